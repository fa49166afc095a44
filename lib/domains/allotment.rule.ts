/** When a held name becomes the registrant's, and when its term ends. */
import { nextWorkSlot, type WorkSlot } from '@/lib/kernel/calendar'
import { addYears, legalDay } from '@/lib/kernel/days'
import type { RuleId } from '@/lib/kernel/result'
import { allotmentOf } from '@/lib/policy/effective'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { calendarOf } from '@/lib/policy/resolver'

const HOUR_MS = 3_600_000

/** `dueAt` is the hold's instant plus the rule's hours; `slot` is when the allotment runs. */
export interface Allotment {
  readonly dueAt: Date
  readonly slot: WorkSlot
  readonly rule: RuleId
}

/**
 * A name is allotted 24 hours after its hold (R-NS-08; hours, not days), in the first work slot at or after
 * that instant (R-NS-32, R-NS-33). Throws outside 2000–2100.
 */
export function allotmentAfterHold(holdAt: Date, zone: ZonePolicy, version: ZoneVersion): Allotment {
  const { hours, slot } = allotmentOf(version).value
  const dueAt = new Date(holdAt.getTime() + hours * HOUR_MS)
  const runs = slot
    ? nextWorkSlot(dueAt, calendarOf(zone))
    : { at: dueAt, day: legalDay(dueAt, zone.timeZone), provisional: false }
  return { dueAt, slot: runs, rule: 'R-NS-08' }
}

/** The expiry of a name allotted (or renewed from) `from` for `years`: the same local date and time later. */
export function expiryAfter(from: Date, years: number, zone: ZonePolicy): Date {
  return addYears(from, years, zone.timeZone)
}
