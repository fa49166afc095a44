import { enqueueDrain } from '@/lib/audit/registry-outbox'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { closeRun, openRun } from './run.store'
import { sweepNames } from './sweep.command'
import { SWEPT } from './sweep.store'

/** Names of one transaction: enough to be quick, few enough to hold no lock for long and little memory. */
const BATCH = 2000

/** Registered names whose life goes on by itself. */
export const sweepDue: DueWork = {
  name: 'domains.sweep',
  async nextDueAt() {
    const next = await db().domain.findFirst({
      where: { nextTransitionAt: { not: null }, status: { in: [...SWEPT] }, renewingId: null },
      orderBy: { nextTransitionAt: 'asc' },
      select: { nextTransitionAt: true },
    })
    return next?.nextTransitionAt ?? null
  },
  async sweep() {
    const runId = await openRun()
    if (!runId) return 0
    let acted = 0
    for (let batch = BATCH; batch > 0; ) {
      const swept = must(await execute(sweepNames, { runId, limit: BATCH }, { actor: { kind: 'clock' } }))
      batch = swept.acted
      acted += batch
    }
    await closeRun(runId)
    await enqueueDrain(db())
    return acted
  },
}
