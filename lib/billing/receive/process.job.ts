/** Jobs of received messages. */
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { paymentProvider } from '../charge/connect'
import { processProviderEvent, RETURN_TASK } from './process.command'
import { readMessage } from './provider-message'
import { settleReturn } from './return.command'
import { PROCESS_TASK } from './store.command'

const actor = { kind: 'provider' } as const

/** Processes a stored message that was not processed when it came. */
export const processProviderEventJob: Job = {
  task: PROCESS_TASK,
  run: async ({ eventId }) => {
    must(await execute(processProviderEvent, { eventId }, { actor }))
  },
}

/** Has money of unknown origin returned to its payer (R-NS-31). Without an answer it is asked again. */
export const returnPaymentJob: Job = {
  task: RETURN_TASK,
  run: async ({ eventId = '' }) => {
    const event = await db().providerEvent.findUniqueOrThrow({ where: { id: eventId } })
    const message = readMessage(event.payload)
    if (event.outcome !== 'unattributed' || typeof message === 'string') return
    if (message.type !== 'payment.succeeded') return
    const { paymentId, amount, currency } = message.data
    const { outcome } = must(
      await paymentProvider().payOut({
        key: eventId,
        amount: { minor: amount, currency },
        description: 'Returned: the payment could not be attributed',
        providerPaymentId: paymentId,
      }),
    )
    must(await execute(settleReturn, { eventId, outcome }, { actor }))
  },
}

/** Has everything that is open processed: for the start of a worker. A job that waits already stays one. */
export async function enqueueOpenProviderEvents(): Promise<void> {
  await db().$transaction(async (tx) => {
    const open = await tx.providerEvent.findMany({
      where: { OR: [{ processedAt: null }, { outcome: 'unattributed' }] },
      orderBy: { id: 'asc' },
      select: { id: true, processedAt: true },
    })
    for (const { id: eventId, processedAt } of open) {
      const task = processedAt ? RETURN_TASK : PROCESS_TASK
      await enqueue(tx, task, { eventId }, { key: `${task}:${eventId}` })
    }
  })
}
