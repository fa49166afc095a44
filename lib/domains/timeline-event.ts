/** A date of a name's life, and how one is made from what it rests on. */
import type { WorkCalendar, WorkSlot } from '@/lib/kernel/calendar'
import { endOfDay, type LegalDay, startOfDay } from '@/lib/kernel/days'
import type { RuleId } from '@/lib/kernel/result'
import { type Basis, ruleOf } from '@/lib/policy/param'

/** In the order in which events of one instant are told. */
export const TIMELINE_KINDS = [
  'allotment',
  'renewal-invited',
  'expires',
  'suspended',
  'pay-by',
  'last-day-to-renew',
  'redemption',
  'reclaim',
  'pending-delete',
  'released',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/**
 * One date of a name's life. `at` is the instant shown; `legalDay` the local date it belongs to, which for a
 * right that ends at midnight is the last day, not the one that begins. `provisional`: rests on holidays not
 * yet published. `rule` is missing where no rule of the source documents is behind it; `basis` tells what the date
 * rests on, by whatever grade.
 */
export interface TimelineEvent {
  readonly kind: TimelineKind
  readonly at: Date
  readonly legalDay: LegalDay
  readonly rule?: RuleId
  readonly basis?: Basis
  readonly provisional: boolean
}

/** The rule to cite for a date; where none gives it, that each extension has its own periods (R-HO-07). */
export function ruleBehind({ rule }: Pick<TimelineEvent, 'rule'>): RuleId {
  return rule ?? 'R-HO-07'
}

/** A right that lasts through its day and ends at the midnight after it. */
export function ends(
  kind: TimelineKind,
  day: LegalDay,
  calendar: WorkCalendar,
  basis: Basis,
  provisional = false,
) {
  return event(kind, endOfDay(day, calendar.timeZone), day, basis, provisional)
}

/** A state that begins by itself at 00:00 of its first day. */
export function begins(
  kind: TimelineKind,
  day: LegalDay,
  calendar: WorkCalendar,
  basis: Basis,
  provisional = false,
) {
  return event(kind, startOfDay(day, calendar.timeZone), day, basis, provisional)
}

/** What happens in a work slot. */
export function slotEvent(kind: TimelineKind, slot: WorkSlot, basis: Basis): TimelineEvent {
  return event(kind, slot.at, slot.day, basis, slot.provisional)
}

/** A date with what it rests on. */
export function event(
  kind: TimelineKind,
  at: Date,
  day: LegalDay,
  { source, grade }: Basis,
  provisional = false,
): TimelineEvent {
  const rule = ruleOf({ grade })
  return { kind, at, legalDay: day, ...(rule && { rule }), basis: { source, grade }, provisional }
}

/** In order of time; events of one instant in the order of their kinds. */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at.getTime() - b.at.getTime() || TIMELINE_KINDS.indexOf(a.kind) - TIMELINE_KINDS.indexOf(b.kind)
}
