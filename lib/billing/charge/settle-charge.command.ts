import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { tell } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { moneyOf } from '../money'
import { enterPayment } from '../receive/enter-payment'

const settleChargeInput = z.discriminatedUnion('outcome', [
  z.object({ checkoutId: z.uuid(), outcome: z.literal('done'), paymentId: z.string() }),
  z.object({ checkoutId: z.uuid(), outcome: z.literal('declined'), reason: z.string() }),
])

/**
 * The provider has answered a charge: paid, the payment is entered as if its message had come (which finds it known);
 * declined, whoever wanted the charge is told, once.
 */
export const settleCharge = defineCommand({
  name: 'billing.settle-charge',
  permit: may('payment.receive'),
  input: settleChargeInput,
  async run(uow, input) {
    const { checkoutId, outcome } = input
    const checkout = await uow.tx.checkout.findUnique({ where: { id: checkoutId } })
    if (!checkout?.invoiceId) return refuse('not-found')
    await recordAudit(uow, {
      action: 'billing.settle-charge',
      subjectType: 'invoice',
      subjectId: checkout.invoiceId,
      data: { checkoutId, outcome },
    })
    if (input.outcome === 'declined') return decline(uow, checkoutId, checkout.invoiceId)
    const { minor: amount, currency } = moneyOf(checkout.amount, checkout.currency)
    await enterPayment(uow, checkout, { paymentId: input.paymentId, amount, currency })
    return ok({ checkoutId })
  },
})

async function decline(uow: UnitOfWork, id: string, invoiceId: string) {
  const closed = await uow.tx.checkout.updateMany({
    where: { id, status: 'OPENING' },
    data: { status: 'EXPIRED', completedAt: uow.now },
  })
  if (closed.count === 0) return ok({ checkoutId: id })
  const { subjectType, subjectId } = await uow.tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const told = await tell(uow, 'charge.declined', { invoiceId, subjectType, subjectId })
  return told.ok ? ok({ checkoutId: id }) : told
}
