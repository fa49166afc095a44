import { may } from '@/lib/access/permissions'
import { newId } from '@/lib/kernel/ids'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { enqueue } from '@/lib/platform/jobs'
import { messageInput } from './receive.input'

/** The task that processes a stored message. */
export const PROCESS_TASK = 'process-provider-event'

/**
 * Stores a provider's message before anything is done with it, together with the job that will process it.
 * The same message stored again is the first one.
 */
export const storeProviderEvent = defineCommand({
  name: 'billing.store-provider-event',
  permit: may('payment.receive'),
  input: messageInput,
  async run(uow, { provider, providerEventId, type, payload }) {
    const eventId = newId()
    const added = await uow.tx.$executeRaw`
      INSERT INTO provider_event (id, provider, provider_event_id, type, payload, received_at)
      VALUES (${eventId}::uuid, ${provider}, ${providerEventId}, ${type}, ${JSON.stringify(payload)}::jsonb, ${uow.now})
      ON CONFLICT (provider, provider_event_id) DO NOTHING`
    if (added > 0) {
      await enqueue(uow.tx, PROCESS_TASK, { eventId }, { key: `${PROCESS_TASK}:${eventId}` })
      return ok({ eventId })
    }
    const stored = await uow.tx.providerEvent.findUniqueOrThrow({
      where: { provider_providerEventId: { provider, providerEventId } },
      select: { id: true },
    })
    return ok({ eventId: stored.id })
  },
})
