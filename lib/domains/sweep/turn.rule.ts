/** What a sweep does with one name of its list: the decision of the batch, without its database. */
import type { DomainStatus } from '../lifecycle'
import type { Step } from '../life.rule'
import type { LifePlanner } from './planner'

/** As much of a name as time needs. */
export interface Living {
  readonly zone: string
  readonly status: DomainStatus
  readonly expiresAt: Date
}

/** A change that is due, and when the one after it is (null after the last). */
export interface DueTurn {
  readonly step: Step
  readonly nextAt: Date | null
}

/** A name that was on the list too early, and when its turn comes (null: never by itself). */
export interface LaterTurn {
  readonly at: Date | null
}

/**
 * Decides again on the fresh row: nothing happens before its time, and one change at a time, so that missed ones
 * follow each other in order (R-NS-29, 32, 33, 38, R-VN-05, R-HO-10). Throws a RangeError outside 2000–2100.
 */
export function decideTurn(planner: LifePlanner, name: Living, now: Date): DueTurn | LaterTurn {
  const step = planner.next(name.zone, name.status, name.expiresAt)
  if (!step || step.at > now) return { at: step?.at ?? null }
  return { step, nextAt: planner.next(name.zone, step.to, name.expiresAt)?.at ?? null }
}
