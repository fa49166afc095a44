import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

const LONGEST_MOVE_MS = 30 * 366 * 86_400_000

/**
 * Records the request that the worker carries out. Refuses `clock-not-back`, `clock-too-far` and
 * `clock-moving` (one move at a time).
 */
export async function requestMove(uow: UnitOfWork, at: Date): Promise<Result<{ moveId: string }>> {
  if (at <= uow.now) return refuse('clock-not-back', { field: 'target' })
  if (at.getTime() - uow.now.getTime() > LONGEST_MOVE_MS) return refuse('clock-too-far', { field: 'target' })
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
}
