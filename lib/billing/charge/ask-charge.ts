/** Charging a kept card: a row and a job in the transaction that wants it; the provider is asked afterwards. */
import { recordAudit } from '@/lib/audit/record'
import { newId } from '@/lib/kernel/ids'
import { ok, type Result } from '@/lib/kernel/result'
import { enqueue } from '@/lib/platform/jobs'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { lockInvoice } from '../invoice/invoice.store'
import { isCharging } from '../invoice/open-checkouts'
import type { Card } from './card.store'
import { remainingAmount } from './reserve'

/** The task that has a card charged. */
export const CHARGE_TASK = 'charge-card'

/** Has a kept card charged for what credit does not cover of an open invoice, unless it is being charged already. */
export async function askCharge(
  uow: UnitOfWork,
  { invoiceId, card }: { invoiceId: string; card: Card },
): Promise<Result<unknown>> {
  const locked = await lockInvoice(uow, invoiceId)
  if (!locked.ok) return locked
  if (locked.value.status !== 'ISSUED' || (await isCharging(uow.tx, invoiceId))) return ok()
  const due = await remainingAmount(uow, [locked.value])
  if (due.minor <= 0n) return ok()
  const checkoutId = newId()
  await uow.tx.checkout.create({
    data: {
      id: checkoutId,
      invoiceId,
      paymentMethodId: card.id,
      provider: card.provider,
      amount: due.minor,
      currency: due.currency,
      status: 'OPENING',
      createdAt: uow.now,
    },
  })
  await enqueue(uow.tx, CHARGE_TASK, { checkoutId }, { key: `${CHARGE_TASK}:${checkoutId}` })
  await recordAudit(uow, {
    action: 'billing.ask-charge',
    subjectType: 'invoice',
    subjectId: invoiceId,
    data: { checkoutId },
  })
  return ok()
}
