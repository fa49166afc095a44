import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import type { NotSentReason } from '@/lib/audit/registry-outbox'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { RegistryCommandModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { followAnswer } from './follow'

const OPEN = ['QUEUED', 'SENT', 'UNKNOWN'] as const
const SETTLED: readonly string[] = ['DONE', 'REFUSED', 'NOT_SENT']
const STEP_REFUSED: NotSentReason = 'step-refused'

export const settleInput = z.object({
  commandId: z.uuid(),
  outcome: z.enum(['DONE', 'REFUSED']),
  code: z.number(),
  message: z.string().check(z.maxLength(500)),
  svTRID: z.optional(z.string()),
  /** The answer's data, as JSON. */
  answer: z.optional(z.unknown()),
})
export type Settlement = z.infer<typeof settleInput>

/**
 * Settles a journal row and lets its subject follow, in one transaction: the answer enters the portal once,
 * however often it is delivered. After a refusal what rests on it is not sent any more.
 */
export const settleRegistryCommand = defineCommand({
  name: 'registry.settle',
  permit: may('registry.deliver'),
  input: settleInput,
  async run(uow, settlement: Settlement) {
    const { commandId, outcome, code, message, svTRID, answer } = settlement
    await uow.tx.$queryRaw`SELECT 1 FROM registry_command WHERE id = ${commandId}::uuid FOR UPDATE`
    const row = await uow.tx.registryCommand.findUnique({ where: { id: commandId } })
    if (!row) return refuse('not-found')
    if (SETTLED.includes(row.state)) return ok({ commandId })
    const settled = await uow.tx.registryCommand.update({
      where: { id: commandId },
      data: {
        state: outcome,
        code,
        message,
        svTrId: svTRID ?? null,
        settledAt: uow.now,
        ...(answer !== undefined && { answer: JSON.parse(JSON.stringify(answer)) }),
      },
    })
    if (outcome === 'REFUSED') await dropQueued(uow, settled)
    await recordAudit(uow, {
      action: 'registry.settle',
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      data: { kind: row.kind, outcome, code, clTRID: commandId },
    })
    const followed = await followAnswer(uow, settled)
    return followed.ok ? ok({ commandId }) : followed
  },
})

/** The further steps of a refused command's chain rest on it and are not sent; what else waits for the name is. */
async function dropQueued(uow: UnitOfWork, { chainId, sequence }: RegistryCommandModel): Promise<void> {
  if (!chainId) return
  await uow.tx.registryCommand.updateMany({
    where: { chainId, sequence: { gt: sequence }, state: { in: [...OPEN] } },
    data: { state: 'NOT_SENT', settledAt: uow.now, message: STEP_REFUSED },
  })
}
