/**
 * A name's future: every coming date with the rule that makes it. The page, the calendar file, the API and the
 * sweeps read the same projection, so what is shown is what will be done.
 */
import {
  lastWorkingDayOnOrBefore,
  nextWorkSlot,
  slotOf,
  type WorkCalendar,
  type WorkSlot,
} from '@/lib/kernel/calendar'
import { addDays, endOfDay, legalDay, localTime, oneMonthBefore, type LegalDay } from '@/lib/kernel/days'
import type { LifeAfterExpiry, ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { calendarOf, versionAt } from '@/lib/policy/resolver'
import { allotmentAfterHold, expiryAfter } from './allotment.rule'
import {
  begins,
  byTime,
  ends,
  event,
  slotEvent,
  type TimelineEvent,
  type TimelineKind,
} from './timeline-event'

export type TimelineStatus =
  | 'held'
  | 'active'
  | 'suspended'
  | 'redemption'
  | 'reclaim'
  | 'pending-delete'
  | 'released'

/**
 * What the projection needs of a name. A held name has `holdAt` and the `years` paid for instead of an expiry;
 * its term is then projected from the allotment's slot.
 */
export interface TimelineSubject {
  readonly zone: ZonePolicy
  readonly ascii: string
  readonly status: TimelineStatus
  readonly registeredAt?: Date
  readonly expiresAt?: Date
  readonly holdAt?: Date
  readonly years?: number
}

/**
 * The dates of a name at or after `from`, in order. The life after expiry follows the version in force at the
 * expiry. A released name has none. Throws when a date lies outside 2000–2100 or before the first version.
 */
export function projectTimeline(
  subject: TimelineSubject,
  versions: readonly ZoneVersion[],
  from: Date,
): readonly TimelineEvent[] {
  if (subject.status === 'released') return []
  const allotment = subject.status === 'held' ? allotmentEvent(subject, versions) : undefined
  const expiresAt =
    allotment && subject.years ? expiryAfter(allotment.at, subject.years, subject.zone) : subject.expiresAt
  const life = expiresAt ? lifeEvents(subject.zone, versions, expiresAt, allotment?.provisional ?? false) : []
  return [...(allotment ? [allotment] : []), ...life]
    .filter((event) => event.at.getTime() >= from.getTime())
    .sort(byTime)
}

function allotmentEvent(
  { zone, holdAt }: TimelineSubject,
  versions: readonly ZoneVersion[],
): TimelineEvent | undefined {
  if (!holdAt) return undefined
  const { slot, rule } = allotmentAfterHold(holdAt, zone, versionAt(zone, holdAt, versions))
  return { kind: 'allotment', at: slot.at, legalDay: slot.day, rule, provisional: slot.provisional }
}

/** Every date of a term that ends at `expiresAt`, in order, by the version in force then. */
export function lifeOf(
  zone: ZonePolicy,
  versions: readonly ZoneVersion[],
  expiresAt: Date,
): readonly TimelineEvent[] {
  return lifeEvents(zone, versions, expiresAt, false).sort(byTime)
}

function lifeEvents(
  zone: ZonePolicy,
  versions: readonly ZoneVersion[],
  expiresAt: Date,
  provisional: boolean,
): TimelineEvent[] {
  const version = versionAt(zone, expiresAt, versions)
  const calendar = calendarOf(zone)
  const expiryDay = legalDay(expiresAt, zone.timeZone)
  const suspension = nextWorkSlot(expiresAt, calendar)
  const { suspensionAtExpiry, lifeAfterExpiry } = version.registry
  const after = afterExpiry(lifeAfterExpiry, { expiryDay, suspension, calendar })
  // Where there is no grace, redemption or deletion may begin before the slot: then there is nothing to suspend.
  const isOvertaken = after.some(({ kind, at }) => isPhase(kind) && at <= suspension.at)
  const events = [
    invitation(version, expiryDay, calendar),
    event('expires', expiresAt, expiryDay, suspensionAtExpiry),
    ...(suspensionAtExpiry.value && !isOvertaken
      ? [slotEvent('suspended', suspension, suspensionAtExpiry)]
      : []),
    ...after,
  ]
  return events.map((entry) => ({ ...entry, provisional: entry.provisional || provisional }))
}

function isPhase(kind: TimelineKind): boolean {
  return kind === 'redemption' || kind === 'reclaim' || kind === 'pending-delete'
}

function invitation(version: ZoneVersion, expiryDay: LegalDay, calendar: WorkCalendar): TimelineEvent {
  const { renewalInvitation } = version.registrar
  const day = oneMonthBefore(expiryDay)
  const at = localTime(day, renewalInvitation.value.at, calendar.timeZone)
  return event('renewal-invited', at, day, renewalInvitation)
}

interface Expired {
  readonly expiryDay: LegalDay
  readonly suspension: WorkSlot
  readonly calendar: WorkCalendar
}

function afterExpiry(life: LifeAfterExpiry, expired: Expired): TimelineEvent[] {
  if (life.kind === 'grace') return afterGrace(life, expired)
  if (life.kind === 'reclaim') return afterReclaim(life, expired)
  return afterRedemption(life, expired)
}

/** R-NS-30, R-NS-38: renewable until the end of the grace; deletion is due when that right has ended. */
function afterGrace(life: LifeAfterExpiry & { kind: 'grace' }, expired: Expired): TimelineEvent[] {
  const { calendar, expiryDay } = expired
  const lastDay = addDays(expiryDay, life.graceDays.value)
  const deletion = nextWorkSlot(endOfDay(lastDay, calendar.timeZone), calendar)
  return [
    ends('last-day-to-renew', lastDay, calendar, life.graceDays),
    begins('pending-delete', addDays(lastDay, 1), calendar, life.deletion),
    slotEvent('released', deletion, life.deletion),
  ]
}

/**
 * R-VN-04, R-VN-05: renewable for so many days from the suspension's slot; then reclaim processing; released on
 * the last working day within the limit, the one date that goes backwards. R-VN-05b: the date shown to pay by
 * counts from the expiry when that is earlier.
 */
function afterReclaim(life: LifeAfterExpiry & { kind: 'reclaim' }, expired: Expired): TimelineEvent[] {
  const { calendar, expiryDay, suspension } = expired
  const lastDay = addDays(suspension.day, life.renewableDays.value)
  const fromExpiry = addDays(expiryDay, life.payByDays.value)
  const payBy = fromExpiry < lastDay ? fromExpiry : lastDay
  const release = lastWorkingDayOnOrBefore(addDays(lastDay, life.releaseWithinDays.value), calendar)
  const slot = { ...release, at: slotOf(release.day, calendar) }
  const { payByDays, renewableDays, releaseWithinDays } = life
  const provisional = suspension.provisional
  return [
    ends('pay-by', payBy, calendar, payByDays, provisional && payBy === lastDay),
    ends('last-day-to-renew', lastDay, calendar, renewableDays, provisional),
    begins('reclaim', addDays(lastDay, 1), calendar, releaseWithinDays, provisional),
    slotEvent('released', { ...slot, provisional: slot.provisional || provisional }, releaseWithinDays),
  ]
}

/** R-HO-10: grace, then redemption with its fee, then pending delete, each in legal days. */
function afterRedemption(life: LifeAfterExpiry & { kind: 'redemption' }, expired: Expired): TimelineEvent[] {
  const { calendar, expiryDay } = expired
  const graceEnds = addDays(expiryDay, life.graceDays.value)
  const lastDay = addDays(graceEnds, life.redemptionDays.value)
  const deleteEnds = addDays(lastDay, life.pendingDeleteDays.value)
  const { redemptionDays, pendingDeleteDays } = life
  const release = nextWorkSlot(endOfDay(deleteEnds, calendar.timeZone), calendar)
  return [
    begins('redemption', addDays(graceEnds, 1), calendar, redemptionDays),
    ends('last-day-to-renew', lastDay, calendar, redemptionDays),
    begins('pending-delete', addDays(lastDay, 1), calendar, pendingDeleteDays),
    slotEvent('released', release, pendingDeleteDays),
  ]
}
