/** Jobs of received messages. */
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { paymentProvider } from '../charge/connect'
import { RETURN_TASK } from './decide.command'
import { processProviderEvent } from './process.command'
import { paymentIn } from './provider-message'
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

/**
 * Has money of unknown origin returned to its payer (R-NS-31). Without an answer it is asked again under the same
 * key; a new decision after a refused return has a key of its own.
 */
export const returnPaymentJob: Job = {
  task: RETURN_TASK,
  run: async ({ eventId = '' }) => {
    const event = await db().providerEvent.findUniqueOrThrow({ where: { id: eventId } })
    if (event.outcome !== 'returning') return
    const { paymentId, amount, currency } = paymentIn(event)
    const { outcome } = must(
      await paymentProvider().payOut({
        key: event.returnTries > 1 ? `${eventId}:${event.returnTries}` : eventId,
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
      where: { OR: [{ processedAt: null }, { outcome: 'returning' }] },
      orderBy: { id: 'asc' },
      select: { id: true, processedAt: true },
    })
    for (const { id: eventId, processedAt } of open) {
      const task = processedAt ? RETURN_TASK : PROCESS_TASK
      await enqueue(tx, task, { eventId }, { key: `${task}:${eventId}` })
    }
  })
}
