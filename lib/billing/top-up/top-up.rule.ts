/** How much credit can be paid in at once; the registrar's own choice. */
import { CURRENCIES, type Currency, type Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'

/** The least and the most of one payment, in whole units of the currency. */
export const TOP_UP_LIMITS: Readonly<Record<Currency, { readonly min: number; readonly max: number }>> = {
  VND: { min: 50_000, max: 200_000_000 },
  HKD: { min: 50, max: 60_000 },
  DKK: { min: 50, max: 50_000 },
  RON: { min: 25, max: 25_000 },
  EUR: { min: 5, max: 5_000 },
  USD: { min: 5, max: 5_000 },
}

/**
 * Credit is paid in by whole units of a currency in which the customer has invoices, within its limits. Refuses
 * `top-up-currency`, `top-up-not-whole` and `top-up-out-of-range`.
 */
export function decideTopUp({ minor, currency }: Money, currencies: readonly Currency[]): Result<unknown> {
  if (!currencies.includes(currency)) return refuse('top-up-currency', { field: 'currency' })
  const unit = 10n ** BigInt(CURRENCIES[currency])
  if (minor % unit !== 0n) return refuse('top-up-not-whole', { field: 'amount' })
  const { min, max } = TOP_UP_LIMITS[currency]
  const isWithin = minor >= unit * BigInt(min) && minor <= unit * BigInt(max)
  return isWithin ? ok() : refuse('top-up-out-of-range', { field: 'amount', params: { min, max, currency } })
}
