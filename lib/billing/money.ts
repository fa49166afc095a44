import { isCurrency, type Money } from '@/lib/kernel/money'

/** Money as a row keeps it. Throws for a currency that the portal does not know: only a bug could store it. */
export function moneyOf(minor: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new Error(`unknown currency ${currency}`)
  return { minor, currency }
}
