import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { log } from '@/lib/platform/log'
import type { StepCommand } from '../life.rule'
import { effectOf } from './effects'
import { LifePlanner } from './planner'
import { countRun } from './run.store'
import { type DueName, type Later, lockDue, type Move, writeLater, writeMoves } from './sweep.store'
import { decideTurn } from './turn.rule'

const planner = new LifePlanner()

export const sweepInput = z.object({ runId: z.uuid(), limit: z.int().check(z.positive()) })

/** What one batch did, by step; `failed` names cannot be computed and wait for an operator. */
export interface Swept {
  readonly done: Readonly<Partial<Record<StepCommand, number>>>
  readonly failed: number
  readonly acted: number
}

/**
 * Due: names whose next change has come (R-NS-29, 32, 33, 38, R-VN-05, R-HO-10), a batch in one transaction. Each
 * is decided again on its fresh row, so it never changes early or twice, however often this runs; a name with
 * several changes missed is met again by the next batch, in order.
 */
export const sweepNames = defineCommand({
  name: 'domains.sweep',
  permit: may('name.sweep'),
  input: sweepInput,
  async run(uow, { runId, limit }) {
    const due = await lockDue(uow, limit)
    const decided = due.map((name) => decide(name, uow.now))
    const moves = decided.filter((entry) => 'step' in entry)
    const idle = decided.filter((entry) => 'at' in entry)
    if (moves.length > 0) await writeMoves(uow, runId, moves)
    if (idle.length > 0) await writeLater(uow, idle)
    const failed = idle.filter((entry) => entry.at === null).length
    const done = countSteps(moves)
    const swept: Swept = { done, failed, acted: due.length }
    if (due.length > 0) {
      await countRun(uow, runId, swept)
      await recordAudit(uow, {
        action: 'domains.sweep',
        subjectType: 'sweep-run',
        subjectId: runId,
        data: { ...done, failed },
      })
    }
    return ok(swept)
  },
})

/** What is due now; else when something will be, or null when no date can be computed (a year past 2100). */
function decide(name: DueName, now: Date): Move | Later {
  try {
    const turn = decideTurn(planner, name, now)
    return 'step' in turn ? { name, ...turn, effect: effectOf(name.zone, turn.step) } : { name, ...turn }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    log().error({ err: error, domainId: name.id }, 'sweep: the next date of a name cannot be computed')
    return { name, at: null }
  }
}

function countSteps(moves: readonly Move[]): Partial<Record<StepCommand, number>> {
  const counts: Partial<Record<StepCommand, number>> = {}
  for (const { step } of moves) counts[step.command] = (counts[step.command] ?? 0) + 1
  return counts
}
