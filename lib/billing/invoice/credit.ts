import { recordAudit } from '@/lib/audit/record'
import { newId } from '@/lib/kernel/ids'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit, deferred, receivable, REVENUE } from '../ledger/accounts'
import { book, isBooked } from '../ledger/book'
import { recognitionKey } from '../ledger/recognise'
import { moneyOf } from '../money'
import { type Invoice, lockInvoice, moveInvoice } from './invoice.store'
import { keepFree } from './kept-credit'
import { nextNumber } from './number'
import { expireCheckouts } from './open-checkouts'
import { settleOpen } from './settle'

/**
 * Takes an invoice back wholly by a credit note. What was paid becomes the customer's credit, which pays
 * another open invoice of theirs if it covers one, unless it is to be kept free (R-HO-10). Nothing happens when it was
 * credited before. `reason` is a code of the caller's, never personal data.
 */
export async function creditInvoice(
  uow: UnitOfWork,
  invoiceId: string,
  reason: string,
  { isKeptFree = false }: { readonly isKeptFree?: boolean } = {},
): Promise<Result<{ invoiceId: string }>> {
  const locked = await lockInvoice(uow, invoiceId)
  if (!locked.ok) return locked
  const invoice = locked.value
  if (invoice.status === 'CREDITED') return ok({ invoiceId })
  const moved = await moveInvoice(uow, invoice, 'credit', { reason })
  if (!moved.ok) return moved
  const number = await nextNumber(uow, 'credit-note')
  await uow.tx.creditNote.create({
    data: { id: newId(), number, invoiceId, amount: invoice.total, reason, issuedAt: uow.now },
  })
  await bookBack(uow, invoice)
  await expireCheckouts(uow, invoiceId)
  await recordAudit(uow, {
    action: 'billing.credit',
    subjectType: 'invoice',
    subjectId: invoiceId,
    data: { number, reason },
  })
  if (invoice.status === 'PAID') {
    const { customerId } = invoice
    const paid = moneyOf(invoice.total, invoice.currency)
    if (isKeptFree) await keepFree(uow, customerId, paid)
    else await settleOpen(uow, { customerId, currency: paid.currency })
  }
  return ok({ invoiceId })
}

async function bookBack(uow: UnitOfWork, invoice: Invoice): Promise<void> {
  const earned = await isBooked(uow.tx, recognitionKey(invoice.id))
  const to = invoice.status === 'PAID' ? credit(invoice.customerId) : receivable(invoice.customerId)
  await book(uow, {
    kind: 'invoice-credited',
    subject: { type: 'invoice', id: invoice.id },
    idempotencyKey: `credit:${invoice.id}`,
    postings: [
      {
        from: earned ? REVENUE : deferred(invoice.subjectId),
        to,
        amount: moneyOf(invoice.total, invoice.currency),
      },
    ],
  })
}
