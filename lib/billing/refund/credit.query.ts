/** What a customer sees of their credit. Every query is scoped to that customer. */
import { isId } from '@/lib/kernel/ids'
import { isCurrency, type Money } from '@/lib/kernel/money'
import { db } from '@/lib/platform/db'
import type { PayoutStatus } from '@/lib/platform/generated/enums'
import { keptOf } from '../invoice/kept-credit'
import { credit } from '../ledger/accounts'
import { balanceOf, type BookingKind } from '../ledger/book'
import { moneyOf } from '../money'

const PAGE = 20

/** What changes a customer's credit. */
export type MovementKind = Extract<
  BookingKind,
  | 'payment'
  | 'top-up'
  | 'unattributed-credited'
  | 'invoice-paid'
  | 'invoice-credited'
  | 'payout-requested'
  | 'payout-refused'
>

export interface Movement {
  readonly id: string
  readonly at: Date
  readonly kind: MovementKind
  /** Above zero when credit grew. */
  readonly amount: Money
  readonly subjectType: string
  readonly subjectId: string
  /** The number of the invoice, when it is about one. */
  readonly invoiceNumber: string | null
}

export interface CreditView {
  /** Free credit in each currency that the customer ever had. */
  readonly balances: readonly Money[]
  /** How much of it pays no open invoice by itself (R-HO-10); only where that is something. */
  readonly kept: readonly Money[]
  readonly movements: readonly Movement[]
  /** Cursor of the movements' next page; null on the last. */
  readonly next: string | null
  /** The latest payouts, newest first. */
  readonly payouts: readonly {
    readonly id: string
    readonly amount: Money
    readonly status: PayoutStatus
    readonly requestedAt: Date
    readonly settledAt: Date | null
    readonly problem: string | null
  }[]
}

/** A customer's credit: balances, movements newest first (20 a page), payouts. */
export async function creditView(userId: string, cursor?: string): Promise<CreditView> {
  const code = credit(userId)
  const accounts = await db().ledgerAccount.findMany({ where: { code }, orderBy: { currency: 'asc' } })
  const currencies = accounts.map((account) => account.currency).filter(isCurrency)
  const balances = await Promise.all(currencies.map((currency) => balanceOf(db(), code, currency)))
  const kept = await Promise.all(currencies.map((currency) => keptOf(db(), userId, currency)))
  const own = accounts.map((account) => account.id)
  const { movements, next } = await movementsOf(own, isId(cursor) ? cursor : undefined)
  const payouts = await db().payout.findMany({
    where: { customerId: userId },
    orderBy: { id: 'desc' },
    take: PAGE,
  })
  return {
    balances,
    kept: kept.filter(({ minor }) => minor > 0n),
    movements,
    next,
    payouts: payouts.map(({ id, amount, currency, status, requestedAt, settledAt, problem }) => ({
      ...{ id, status, requestedAt, settledAt, problem },
      amount: moneyOf(amount, currency),
    })),
  }
}

async function movementsOf(own: string[], cursor?: string): Promise<Pick<CreditView, 'movements' | 'next'>> {
  const rows = await db().posting.findMany({
    where: {
      OR: [{ fromId: { in: own } }, { toId: { in: own } }],
      ...(cursor && { id: { lt: cursor } }),
    },
    include: { transaction: true },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const invoices = shown.filter((row) => row.transaction.subjectType === 'invoice')
  const numbers = await invoiceNumbers(invoices.map((row) => row.transaction.subjectId))
  const movements = shown.map(({ id, transaction, toId, amount, currency }) => ({
    id,
    at: transaction.at,
    kind: transaction.kind as MovementKind,
    amount: moneyOf(own.includes(toId) ? amount : -amount, currency),
    subjectType: transaction.subjectType,
    subjectId: transaction.subjectId,
    invoiceNumber: numbers.get(transaction.subjectId) ?? null,
  }))
  return { movements, next: rows.length > PAGE ? (movements.at(-1)?.id ?? null) : null }
}

async function invoiceNumbers(ids: string[]): Promise<Map<string, string>> {
  const rows = await db().invoice.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } })
  return new Map(rows.map((row) => [row.id, row.number]))
}
