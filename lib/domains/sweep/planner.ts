/**
 * Steps of very many names: all terms that end in the same half of a day share every later date, so these are
 * computed once. Nothing here decides; see ../life.rule.ts.
 */
import { slotOf } from '@/lib/kernel/calendar'
import { endOfDay, legalDay, startOfDay } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import { calendarOf, policyStamp, zoneById } from '@/lib/policy/resolver'
import { nextStep, type Step } from '../life.rule'
import type { DomainStatus } from '../lifecycle'

/** Half-days kept of each zone; more than any slot's due names come from. */
const KEPT = 64

/** The instants from `from` to `to`, both included, that lie on the same side of one day's cut-over. */
interface HalfDay {
  readonly from: number
  readonly to: number
  readonly expiresAt: Date
}

export class LifePlanner {
  private readonly halves = new Map<string, HalfDay[]>()
  private readonly steps = new Map<string, Step | undefined>()
  private stamp = policyStamp()

  /** The next step of a name, as `nextStep` has it. Throws outside 2000–2100. */
  next(zoneId: string, status: DomainStatus, expiresAt: Date): Step | undefined {
    const zone = zoneById(zoneId)
    if (this.stamp !== policyStamp()) {
      this.steps.clear()
      this.stamp = policyStamp()
    }
    const step = this.shared(zone, status, this.halfDayOf(zone, expiresAt))
    return step?.command === 'expire' ? { ...step, at: expiresAt } : step
  }

  private shared(zone: ZonePolicy, status: DomainStatus, half: HalfDay): Step | undefined {
    const key = `${zone.zone} ${status} ${half.from}`
    if (!this.steps.has(key)) this.steps.set(key, nextStep(zone, status, half.expiresAt))
    return this.steps.get(key)
  }

  private halfDayOf(zone: ZonePolicy, expiresAt: Date): HalfDay {
    const known = this.halves.get(zone.zone) ?? []
    const instant = expiresAt.getTime()
    const found = known.find((half) => half.from <= instant && instant <= half.to)
    if (found) return found
    const made = halfDay(zone, expiresAt)
    this.halves.set(zone.zone, [made, ...known].slice(0, KEPT))
    return made
  }
}

function halfDay(zone: ZonePolicy, expiresAt: Date): HalfDay {
  const day = legalDay(expiresAt, zone.timeZone)
  const cutOver = slotOf(day, calendarOf(zone)).getTime()
  if (expiresAt.getTime() > cutOver) {
    return { from: cutOver + 1, to: endOfDay(day, zone.timeZone).getTime() - 1, expiresAt }
  }
  return { from: startOfDay(day, zone.timeZone).getTime(), to: cutOver, expiresAt }
}
