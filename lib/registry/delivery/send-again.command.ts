import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { lostEffects } from './lost-effects'

const sendAgainInput = z.object({ commandId: z.uuid('field-invalid') })

/**
 * Sends an effect on a name that the registry refused once more, as a new row of the journal that names the old one.
 * Sent again already, the same row is the answer. Refuses `registry-not-refused`, and `registry-effect-overtaken` when
 * the name is no longer as the effect wants it.
 */
export const sendEffectAgain = defineCommand({
  name: 'registry.send-again',
  permit: may('exception.resolve'),
  input: sendAgainInput,
  async run(uow, { commandId }) {
    // The name first, as the sweep and the orders take their locks.
    await uow.tx.$queryRaw`
      SELECT 1 FROM domain WHERE id = (SELECT subject_id FROM registry_command
        WHERE id = ${commandId}::uuid AND subject_type = 'domain') FOR UPDATE`
    const row = await uow.tx.registryCommand.findUnique({ where: { id: commandId } })
    if (!row) return refuse('not-found')
    const repeated = { where: { repeatsId: commandId }, select: { id: true } }
    const before = await uow.tx.registryCommand.findUnique(repeated)
    if (before) return ok({ commandId: before.id })
    if (row.state !== 'REFUSED') return refuse('registry-not-refused')
    const lost = await lostEffects(uow.tx, [commandId])
    if (!lost.has(commandId)) return refuse('registry-effect-overtaken')
    const { registry, kind, subjectType, subjectId } = row
    const payload = row.payload as Record<string, unknown>
    await queueRegistryCommands(uow, { type: subjectType, id: subjectId }, [
      { registry, kind, payload, repeatsId: commandId },
    ])
    const again = await uow.tx.registryCommand.findUniqueOrThrow(repeated)
    await recordAudit(uow, {
      action: 'registry.send-again',
      subjectType,
      subjectId,
      data: { kind, clTRID: again.id, repeats: commandId },
    })
    return ok({ commandId: again.id })
  },
})
