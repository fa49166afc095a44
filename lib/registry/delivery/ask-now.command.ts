import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { enqueueDelivery } from '@/lib/audit/registry-outbox'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'

const SETTLED: readonly string[] = ['DONE', 'REFUSED', 'NOT_SENT']

const askNowInput = z.object({ commandId: z.uuid('field-invalid') })

/**
 * Has the delivery of a command's subject run at once instead of after its pause: what was lost is settled by asking
 * the registry, what was never sent is sent. Refuses `registry-settled` when the answer is there already.
 */
export const askRegistryNow = defineCommand({
  name: 'registry.ask-now',
  permit: may('exception.resolve'),
  input: askNowInput,
  async run(uow, { commandId }) {
    const row = await uow.tx.registryCommand.findUnique({ where: { id: commandId } })
    if (!row) return refuse('not-found')
    if (SETTLED.includes(row.state)) return refuse('registry-settled')
    const { subjectType, subjectId } = row
    await enqueueDelivery(uow.tx, { type: subjectType, id: subjectId })
    await recordAudit(uow, {
      action: 'registry.ask-now',
      subjectType,
      subjectId,
      data: { clTRID: commandId, state: row.state },
    })
    return ok({ commandId })
  },
})
