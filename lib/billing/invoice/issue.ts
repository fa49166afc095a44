import { recordAudit } from '@/lib/audit/record'
import { newId } from '@/lib/kernel/ids'
import { type Money, total } from '@/lib/kernel/money'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit, deferred, receivable } from '../ledger/accounts'
import { book, lockAccount } from '../ledger/book'
import { type Invoice, recordInvoiceEvent } from './invoice.store'
import { nextNumber } from './number'
import { settleOne } from './settle'

export interface NewInvoiceLine {
  /** Key of the line's text. */
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
  readonly amount: Money
  /** Where the price comes from: a rule or `assumed`. */
  readonly source: string
}

export interface NewInvoice {
  readonly customerId: string
  /** What it is for; billing does not know more of it. */
  readonly subjectType: string
  readonly subjectId: string
  readonly lines: readonly NewInvoiceLine[]
}

export interface IssuedInvoice {
  readonly invoiceId: string
  readonly number: string
  readonly paid: boolean
}

/**
 * Issues an invoice (R-NS-24) and pays it at once from the customer's free credit when that covers it wholly;
 * then what follows a payment runs in the same transaction. Throws when the lines have no positive total of
 * one currency.
 */
export async function issueInvoice(uow: UnitOfWork, order: NewInvoice): Promise<Result<IssuedInvoice>> {
  const currency = order.lines[0]?.amount.currency
  if (!currency) throw new Error('an invoice has at least one line')
  const amount = total(
    order.lines.map((line) => line.amount),
    currency,
  )
  if (amount.minor <= 0n) throw new Error('an invoice asks for more than nothing')
  await lockAccount(uow.tx, credit(order.customerId), currency)
  const invoice = await insertInvoice(uow, order, amount)
  await book(uow, {
    kind: 'invoice-issued',
    subject: { type: 'invoice', id: invoice.id },
    idempotencyKey: `issue:${invoice.id}`,
    postings: [{ from: receivable(order.customerId), to: deferred(order.subjectId), amount }],
  })
  await recordAudit(uow, {
    action: 'billing.issue',
    subjectType: 'invoice',
    subjectId: invoice.id,
    data: { number: invoice.number },
  })
  const paid = await settleOne(uow, invoice)
  return ok({ invoiceId: invoice.id, number: invoice.number, paid })
}

async function insertInvoice(uow: UnitOfWork, order: NewInvoice, amount: Money): Promise<Invoice> {
  const id = newId()
  const { customerId, subjectType, subjectId } = order
  const invoice = await uow.tx.invoice.create({
    data: {
      id,
      number: await nextNumber(uow, 'invoice'),
      customerId,
      subjectType,
      subjectId,
      currency: amount.currency,
      total: amount.minor,
      status: 'ISSUED',
      version: 1,
      issuedAt: uow.now,
    },
  })
  await uow.tx.invoiceLine.createMany({
    data: order.lines.map((line, index) => ({
      invoiceId: id,
      position: index + 1,
      kind: line.kind,
      params: { ...line.params },
      amount: line.amount.minor,
      source: line.source,
    })),
  })
  await recordInvoiceEvent(uow, invoice, { from: 'NEW', command: 'issue', to: 'ISSUED' })
  return invoice
}
