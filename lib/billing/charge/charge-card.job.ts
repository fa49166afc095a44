/** Has kept cards charged. */
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { moneyOf } from '../money'
import { CHARGE_TASK } from './ask-charge'
import { paymentProvider } from './connect'
import { settleCharge } from './settle-charge.command'

/** Charges once: without an answer it is asked again under the same key, which is the row's id. */
export const chargeCardJob: Job = {
  task: CHARGE_TASK,
  run: async ({ checkoutId = '' }) => {
    const checkout = await db().checkout.findUniqueOrThrow({
      where: { id: checkoutId },
      include: { invoice: { select: { number: true, customerId: true } } },
    })
    if (checkout.status !== 'OPENING' || !checkout.paymentMethodId) return
    const card = await db().paymentMethod.findUniqueOrThrow({ where: { id: checkout.paymentMethodId } })
    const answer = must(
      await paymentProvider().charge({
        key: checkoutId,
        amount: moneyOf(checkout.amount, checkout.currency),
        description: checkout.invoice.number,
        card: card.providerRef,
        customerId: checkout.invoice.customerId,
      }),
    )
    must(await execute(settleCharge, { checkoutId, ...answer }, { actor: { kind: 'provider' } }))
  },
}

/** Has every open charge asked for: for the start of a worker. A job that waits already stays one. */
export async function enqueueOpenCharges(): Promise<void> {
  await db().$transaction(async (tx) => {
    const open = await tx.checkout.findMany({
      where: { status: 'OPENING', paymentMethodId: { not: null } },
      select: { id: true },
    })
    for (const { id: checkoutId } of open) {
      await enqueue(tx, CHARGE_TASK, { checkoutId }, { key: `${CHARGE_TASK}:${checkoutId}` })
    }
  })
}
