import { moneyOf } from '../money'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { deferred, REVENUE } from './accounts'
import { book } from './book'

/**
 * The subject was delivered: what was paid for it is earned (deferred → revenue). Each paid invoice of the
 * subject is recognised once, however often this is called.
 */
export async function recognise(
  uow: UnitOfWork,
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
): Promise<Result<undefined>> {
  await uow.tx.$queryRaw`
    SELECT id FROM invoice WHERE subject_type = ${subjectType} AND subject_id = ${subjectId}::uuid
    ORDER BY id FOR UPDATE`
  const paid = await uow.tx.invoice.findMany({
    where: { subjectType, subjectId, status: 'PAID' },
    orderBy: { id: 'asc' },
  })
  for (const invoice of paid) {
    await book(uow, {
      kind: 'revenue-recognised',
      subject: { type: 'invoice', id: invoice.id },
      idempotencyKey: recognitionKey(invoice.id),
      postings: [
        { from: deferred(subjectId), to: REVENUE, amount: moneyOf(invoice.total, invoice.currency) },
      ],
    })
  }
  return ok()
}

/** Under this key an invoice's amount was recognised. */
export function recognitionKey(invoiceId: string): string {
  return `recognise:${invoiceId}`
}
