import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { paymentProvider } from '../charge/connect'
import { moneyOf } from '../money'
import { DELIVER_PAYOUT_TASK, markPayoutSent, settlePayout } from './payout.command'

const actor = { kind: 'provider' } as const

/** Hands a payout over to its provider. A lost answer repeats it with the same key, so it is paid once. */
export const deliverPayoutJob: Job = {
  task: DELIVER_PAYOUT_TASK,
  run: async ({ payoutId = '' }) => {
    const payout = must(await execute(markPayoutSent, { payoutId }, { actor }))
    if (payout.status !== 'SENT') return
    const answer = must(
      await paymentProvider().payOut({
        key: payoutId,
        amount: moneyOf(payout.amount, payout.currency),
        description: 'Credit paid out',
        customerId: payout.customerId,
      }),
    )
    must(await execute(settlePayout, { payoutId, ...answer }, { actor }))
  },
}

/** Has every payout that is under way asked for again: for the start of a worker. */
export async function enqueueOpenPayouts(): Promise<void> {
  await db().$transaction(async (tx) => {
    const open = await tx.payout.findMany({
      where: { status: { in: ['REQUESTED', 'SENT'] } },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    for (const { id } of open) {
      await enqueue(tx, DELIVER_PAYOUT_TASK, { payoutId: id }, { key: `${DELIVER_PAYOUT_TASK}:${id}` })
    }
  })
}
