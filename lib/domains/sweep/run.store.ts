/** The record of a sweep: how much was due and how far it is, for the operator. */
import { newId } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Swept } from './sweep.command'
import { SWEPT } from './sweep.store'

/** Opens the record of a run; null when nothing is due. */
export async function openRun(): Promise<string | null> {
  const now = await businessNow()
  const due = await db().domain.count({
    where: { nextTransitionAt: { lte: now }, status: { in: [...SWEPT] }, renewingId: null },
  })
  if (due === 0) return null
  const id = newId()
  const data = { id, startedAt: now, beganAt: systemClock.now(), due, done: 0, failed: 0, steps: {} }
  await db().sweepRun.create({ data })
  return id
}

/**
 * Adds a batch, in its own transaction: a run that was killed tells exactly how far it came. A name with several
 * changes missed counts once for each.
 */
export async function countRun(uow: UnitOfWork, runId: string, { done, failed }: Swept): Promise<void> {
  const counts = JSON.stringify(done)
  const total = Object.values(done).reduce((sum, count) => sum + count, 0)
  await uow.tx.$executeRaw`
    UPDATE sweep_run SET done = done + ${total}, failed = failed + ${failed},
      due = greatest(due, done + failed + ${total + failed}),
      steps = steps || (SELECT coalesce(jsonb_object_agg(key, value::int + coalesce((steps ->> key)::int, 0)), '{}')
        FROM jsonb_each_text(${counts}::jsonb))
    WHERE id = ${runId}::uuid`
}

/** Closes the record: nothing was left that was due. */
export async function closeRun(runId: string): Promise<void> {
  await db().sweepRun.update({ where: { id: runId }, data: { endedAt: systemClock.now() } })
}
