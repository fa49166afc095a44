import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { isDemo } from '@/lib/platform/env'
import { moveClockInput } from './clock.input'

const LONGEST_MOVE_MS = 30 * 366 * 86_400_000

/**
 * Asks for the business clock to be moved forward; the worker carries it out, everything due on the way in
 * order. Impossible without demonstration data: both the environment and the database must say so.
 */
export const moveClock = defineCommand({
  name: 'operations.move-clock',
  permit: may('clock.move'),
  input: moveClockInput,
  async run(uow, { target }) {
    const fact = await uow.tx.installationFact.findUnique({ where: { key: 'demonstration' } })
    if (!isDemo() || !fact) return refuse('clock-not-movable')
    const at = new Date(target)
    if (at <= uow.now) return refuse('clock-not-back', { field: 'target' })
    if (at.getTime() - uow.now.getTime() > LONGEST_MOVE_MS)
      return refuse('clock-too-far', { field: 'target' })
    const moving = await uow.tx.clockMove.findFirst({ where: { finishedAt: null } })
    if (moving) return refuse('clock-moving')
    const id = newId()
    await uow.tx.clockMove.create({
      data: { id, target: at, requestedBy: actorUserId(uow.actor) ?? null, requestedAt: uow.systemNow },
    })
    await recordAudit(uow, {
      action: 'operations.move-clock',
      subjectType: 'clock-move',
      subjectId: id,
      data: { target: at.toISOString() },
    })
    return ok({ moveId: id })
  },
})
