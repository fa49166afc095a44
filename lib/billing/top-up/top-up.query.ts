/** What a customer sees of paying credit in. Every query is scoped to that customer. */
import { type Currency, isCurrency, type Money } from '@/lib/kernel/money'
import { db, type Tx } from '@/lib/platform/db'
import { credit } from '../ledger/accounts'
import { moneyOf } from '../money'
import { TOP_UP_LIMITS } from './top-up.rule'

export interface TopUpView {
  /** The currencies in which credit can be paid in, each with its limits in whole units. */
  readonly currencies: readonly { readonly currency: Currency; readonly min: number; readonly max: number }[]
  /** Payments whose page at the provider is open. */
  readonly open: readonly { readonly id: string; readonly amount: Money; readonly url: string }[]
}

/** The currencies in which a customer has invoices, and so their names, or credit. */
export async function topUpCurrencies(tx: Tx, customerId: string): Promise<readonly Currency[]> {
  const invoices = await tx.invoice.findMany({
    where: { customerId },
    distinct: ['currency'],
    select: { currency: true },
  })
  const accounts = await tx.ledgerAccount.findMany({
    where: { code: credit(customerId) },
    select: { currency: true },
  })
  const known = [...invoices, ...accounts].map(({ currency }) => currency).filter(isCurrency)
  return [...new Set(known)].sort()
}

export async function topUpView(customerId: string): Promise<TopUpView> {
  const [currencies, open] = await Promise.all([
    topUpCurrencies(db(), customerId),
    db().checkout.findMany({
      where: { customerId, status: 'OPEN', url: { not: null } },
      orderBy: { id: 'desc' },
    }),
  ])
  return {
    currencies: currencies.map((currency) => ({ currency, ...TOP_UP_LIMITS[currency] })),
    open: open.flatMap(({ id, amount, currency, url }) =>
      url ? { id, amount: moneyOf(amount, currency), url } : [],
    ),
  }
}
