/** Has kept cards charged. */
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { moneyOf } from '../money'
import { CHARGE_TASK } from './ask-charge'
import { claimCharge } from './claim-charge.command'
import { paymentProvider } from './connect'
import { settleCharge } from './settle-charge.command'

const actor = { kind: 'provider' } as const

/**
 * Charges once, and only what is still to pay at that moment: without an answer it is asked again under the same key,
 * which is the row's id.
 */
export const chargeCardJob: Job = {
  task: CHARGE_TASK,
  run: async ({ checkoutId = '' }) => {
    const { isWanted } = must(await execute(claimCharge, { checkoutId }, { actor }))
    if (!isWanted) return
    const checkout = await db().checkout.findUniqueOrThrow({ where: { id: checkoutId } })
    const invoice = await db().invoice.findUniqueOrThrow({ where: { id: checkout.invoiceId ?? '' } })
    const card = await db().paymentMethod.findUniqueOrThrow({
      where: { id: checkout.paymentMethodId ?? '' },
    })
    const answer = must(
      await paymentProvider().charge({
        key: checkoutId,
        amount: moneyOf(checkout.amount, checkout.currency),
        description: invoice.number,
        card: card.providerRef,
        customerId: invoice.customerId,
      }),
    )
    must(await execute(settleCharge, { checkoutId, ...answer }, { actor }))
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
