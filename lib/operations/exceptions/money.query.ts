/** Money that came and could not be put where it belongs (R-NS-31). */
import { paymentIn } from '@/lib/billing/receive/provider-message'
import type { EventOutcome } from '@/lib/billing/receive/process.command'
import { moneyOf } from '@/lib/billing/money'
import type { Money } from '@/lib/kernel/money'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'

const PAGE = 25

/** What the list of money can be narrowed to; `open` is what waits for a decision. */
export const MONEY_FILTERS = ['open', 'returning', 'decided'] as const
export type MoneyFilter = (typeof MONEY_FILTERS)[number]

const OUTCOMES: Readonly<Record<MoneyFilter, readonly EventOutcome[]>> = {
  open: ['unattributed', 'return-refused'],
  returning: ['returning'],
  decided: ['attributed', 'returned'],
}

export interface StrayMoney {
  readonly id: string
  readonly outcome: EventOutcome
  readonly provider: string
  readonly amount: Money
  /** What the payment refers to, and the provider's own id of it. */
  readonly reference: string
  readonly paymentId: string
  readonly receivedAt: Date
  /** When it goes back by itself; null once that was decided. */
  readonly returnDueAt: Date | null
  readonly reason: string | null
}

/** Payments without a known origin, newest first, 25 a page. */
export function strayMoney(filter: MoneyFilter, cursor?: Cursor): Promise<Page<StrayMoney>> {
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().providerEvent.findMany({
      ...bounds,
      where: { outcome: { in: [...OUTCOMES[filter]] }, ...bounds.where },
    })
    return rows.map((row) => {
      const { amount, currency, reference, paymentId } = paymentIn(row)
      const { id, provider, receivedAt, returnDueAt, reason } = row
      return {
        ...{ id, provider, reference, paymentId, receivedAt, returnDueAt, reason },
        outcome: row.outcome as EventOutcome,
        amount: { minor: amount, currency },
      }
    })
  })
}

export interface BlockedInvoice {
  readonly id: string
  readonly number: string
  readonly total: Money
  readonly subjectType: string
  /** When it was tried last, and the code of the refusal of what should have followed. */
  readonly triedAt: Date
  readonly refusal: string
}

interface BlockedRow extends Omit<BlockedInvoice, 'total'> {
  readonly total: bigint
  readonly currency: string
}

/** Open invoices that credit covers and that could not be settled, because what should follow was refused. */
export function blockedInvoices(cursor?: Cursor): Promise<Page<BlockedInvoice>> {
  return readPage(cursor, PAGE, async ({ from, backward, take }) => {
    const rows = await db().$queryRawUnsafe<BlockedRow[]>(
      `SELECT i.id, i.number, i.total, i.currency::text, i.subject_type AS "subjectType", a.at AS "triedAt",
         a.data ->> 'refusal' AS refusal
       FROM invoice i JOIN LATERAL (SELECT at, data FROM audit_event
         WHERE action = 'billing.settle-refused' AND subject_id = i.id::text ORDER BY id DESC LIMIT 1) a ON true
       WHERE i.status = 'ISSUED' AND i.id IN (SELECT subject_id::uuid FROM audit_event
         WHERE action = 'billing.settle-refused')
         AND ($1::uuid IS NULL OR i.id ${backward ? '>' : '<'} $1::uuid)
       ORDER BY i.id ${backward ? 'ASC' : 'DESC'} LIMIT $2`,
      from ?? null,
      take,
    )
    return rows.map(({ total, currency, ...row }) => ({ ...row, total: moneyOf(total, currency) }))
  })
}
