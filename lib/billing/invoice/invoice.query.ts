/** What a customer sees of their invoices. Every query is scoped to that customer. */
import { isId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import type { CheckoutStatus } from '@/lib/platform/generated/enums'
import type {
  CheckoutModel,
  CreditNoteModel,
  InvoiceLineModel,
  InvoiceModel,
} from '@/lib/platform/generated/models'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'
import type { InvoiceStatus } from '../lifecycle'
import { moneyOf } from '../money'
import { isCharging } from './open-checkouts'

const PAGE = 20

export interface InvoiceSummary {
  readonly id: string
  readonly number: string
  readonly status: InvoiceStatus
  readonly total: Money
  readonly issuedAt: Date
  readonly paidAt: Date | null
  /** What it is for, opaque to billing. */
  readonly subjectType: string
  readonly subjectId: string
}

/** What narrows the list of invoices, and from where it is read on. */
export interface InvoiceFilter {
  readonly status?: InvoiceStatus
  readonly cursor?: Cursor
}

/** A customer's invoices, newest first, 20 a page. */
export function invoiceListView(
  userId: string,
  { status, cursor }: InvoiceFilter = {},
): Promise<Page<InvoiceSummary>> {
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().invoice.findMany({
      ...bounds,
      where: { customerId: userId, ...(status && { status }), ...bounds.where },
    })
    return rows.map(summary)
  })
}

export interface InvoiceLineView {
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
  readonly amount: Money
  readonly source: string
}

export interface InvoiceView extends InvoiceSummary {
  readonly lines: readonly InvoiceLineView[]
  /** What is still to pay: the total without free credit; zero when it is not open. */
  readonly due: Money
  /** A kept card is being charged for it: it is not paid on a page meanwhile. */
  readonly isBeingCharged: boolean
  readonly creditNote: { readonly number: string; readonly reason: string; readonly issuedAt: Date } | null
  readonly checkouts: readonly {
    readonly id: string
    readonly status: CheckoutStatus
    readonly amount: Money
    /** The provider's page, while it can be paid there. */
    readonly url: string | null
    readonly createdAt: Date
  }[]
  readonly payments: readonly { readonly id: string; readonly amount: Money; readonly receivedAt: Date }[]
}

/** One invoice with all that happened to it; `not-found` for another's as for none. */
export async function invoiceView(userId: string, invoiceId: string): Promise<Result<InvoiceView>> {
  if (!isId(invoiceId)) return refuse('not-found')
  const row = await db().invoice.findFirst({
    where: { id: invoiceId, customerId: userId },
    include: {
      lines: { orderBy: { position: 'asc' } },
      creditNotes: true,
      checkouts: {
        where: { alsoInvoiceIds: { isEmpty: true }, paymentMethodId: null },
        orderBy: { id: 'desc' },
      },
    },
  })
  if (!row) return refuse('not-found')
  return { ok: true, value: { ...(await openFacts(row)), ...settledFacts(row) } }
}

type FullRow = InvoiceModel & {
  readonly lines: readonly InvoiceLineModel[]
  readonly creditNotes: readonly CreditNoteModel[]
  readonly checkouts: readonly CheckoutModel[]
}

type OpenFacts = Pick<InvoiceView, 'due' | 'isBeingCharged' | 'payments'>

/** What still changes: the amount due, a charge under way, and the payments. */
async function openFacts(row: FullRow): Promise<OpenFacts> {
  const { minor, currency } = moneyOf(row.total, row.currency)
  const free = await balanceOf(db(), credit(row.customerId), currency)
  const due = row.status === 'ISSUED' && free.minor < minor ? minor - free.minor : 0n
  const visits = await db().checkout.findMany({
    where: { OR: [{ invoiceId: row.id }, { alsoInvoiceIds: { has: row.id } }] },
    select: { id: true },
  })
  const payments = await db().payment.findMany({
    where: { checkoutId: { in: visits.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  })
  return {
    due: { minor: due, currency },
    isBeingCharged: await isCharging(db(), row.id),
    payments: payments.map((payment) => ({
      id: payment.id,
      amount: moneyOf(payment.amount, payment.currency),
      receivedAt: payment.receivedAt,
    })),
  }
}

function settledFacts(row: FullRow): Omit<InvoiceView, keyof OpenFacts> {
  return {
    ...summary(row),
    lines: row.lines.map((line) => ({
      kind: line.kind,
      params: line.params as Record<string, string | number>,
      amount: moneyOf(line.amount, row.currency),
      source: line.source,
    })),
    creditNote: row.creditNotes[0] ?? null,
    checkouts: row.checkouts.map(({ id, status, amount, currency, url, createdAt }) => ({
      id,
      status,
      amount: moneyOf(amount, currency),
      url: status === 'OPEN' ? url : null,
      createdAt,
    })),
  }
}

function summary(row: InvoiceModel): InvoiceSummary {
  const { id, number, status, issuedAt, paidAt, subjectType, subjectId } = row
  const total = moneyOf(row.total, row.currency)
  return { id, number, status, total, issuedAt, paidAt, subjectType, subjectId }
}
