/** The clock while the demonstration's story is told: it begins in the past and arrives at the present. */
import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { moveClockInput } from './clock.input'
import { readProgress, writeProgress } from './demonstration.store'
import { requestMove } from './request-move'

/** Asks for the clock to be moved to the story's next moment. */
export const advanceDemonstration = defineCommand({
  name: 'operations.advance-demonstration',
  permit: may('installation.seed'),
  input: moveClockInput,
  async run(uow, { target }) {
    const progress = await readProgress(uow.tx)
    return progress && !progress.loadedAt ? requestMove(uow, new Date(target)) : refuse('clock-not-movable')
  },
})

/** Ends the story: the clock stands at the system's time (never back from a later one), and is the operator's. */
export const completeDemonstration = defineCommand({
  name: 'operations.complete-demonstration',
  permit: may('installation.seed'),
  input: z.object({}),
  async run(uow) {
    const progress = await readProgress(uow.tx)
    if (!progress || progress.loadedAt) return ok()
    await uow.tx.demoClock.updateMany({ where: { offsetMs: { lt: 0n } }, data: { offsetMs: 0n } })
    await writeProgress(uow.tx, { ...progress, loadedAt: uow.systemNow.toISOString() })
    await recordAudit(uow, {
      action: 'operations.complete-demonstration',
      subjectType: 'installation',
      subjectId: 'demonstration',
    })
    return ok()
  },
})
