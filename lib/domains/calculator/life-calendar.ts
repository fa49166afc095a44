/** The dates of a life as entries of a calendar file. */
import { startOfDay } from '@/lib/kernel/days'
import type { CalendarEntry } from '../calendar-file'
import type { TimelineEvent, TimelineKind } from '../timeline-event'

/** Dates that are a whole day: rights that last through it, and states that begin with it. */
const WHOLE_DAYS: ReadonlySet<TimelineKind> = new Set([
  'pay-by',
  'last-day-to-renew',
  'redemption',
  'reclaim',
  'pending-delete',
])

export interface LifeCalendar {
  /** What the dates belong to, in ASCII: part of each UID. */
  readonly subject: string
  readonly timeZone: string
  readonly events: readonly TimelineEvent[]
  readonly summaryOf: (event: TimelineEvent) => string
  readonly descriptionOf: (event: TimelineEvent) => string
}

/** One entry a date. An expiry at a day's first instant is that whole day. */
export function lifeEntries({ subject, timeZone, events, ...texts }: LifeCalendar): readonly CalendarEntry[] {
  return events.map((event) => ({
    uid: `${event.kind}.${subject}@tenure`,
    summary: texts.summaryOf(event),
    description: texts.descriptionOf(event),
    tentative: event.provisional,
    ...(isWholeDay(event, timeZone) ? { day: event.legalDay } : { at: event.at }),
  }))
}

function isWholeDay({ kind, at, legalDay }: TimelineEvent, timeZone: string): boolean {
  if (WHOLE_DAYS.has(kind)) return true
  return kind === 'expires' && at.getTime() === startOfDay(legalDay, timeZone).getTime()
}
