/**
 * Working days and work slots (R-NS-32, R-NS-33): due work runs at the cut-over of the first working day on
 * which it is due. Pure; which days are closed comes from a {@link WorkCalendar}.
 */
import { addDays, legalDay, localTime, yearOf, type LegalDay } from './days'

/** First and last year for which days can be computed; any other year is an error. */
export const CALENDAR_YEARS = { first: 2000, last: 2100 } as const

/** Whether a day is worked, and whether that rests on holidays nobody has published yet. */
export interface DayStatus {
  readonly open: boolean
  readonly provisional: boolean
}

/** The working days of one place. `cutOver` is a wall-clock time, such as `16:30`, in `timeZone`. */
export interface WorkCalendar {
  readonly timeZone: string
  readonly cutOver: string
  isWorkingDay(day: LegalDay): DayStatus
}

/** A working day that was looked for, and whether the answer rests on a provisional year. */
export interface WorkDay {
  readonly day: LegalDay
  readonly provisional: boolean
}

/** A working day's cut-over, the instant at which due work runs. */
export interface WorkSlot extends WorkDay {
  readonly at: Date
}

/**
 * The first slot at or after an instant (R-NS-32, R-NS-33): work due at the cut-over exactly runs that day,
 * later work or work due on a closed day on the next working day. Throws outside 2000–2100.
 */
export function nextWorkSlot(instant: Date, calendar: WorkCalendar): WorkSlot {
  const today = legalDay(instant, calendar.timeZone)
  const missed = instant.getTime() > slotOf(today, calendar).getTime()
  const found = scan(missed ? addDays(today, 1) : today, 1, calendar)
  return { ...found, at: slotOf(found.day, calendar) }
}

/** The last working day on or before a day. Throws outside 2000–2100. */
export function lastWorkingDayOnOrBefore(day: LegalDay, calendar: WorkCalendar): WorkDay {
  return scan(day, -1, calendar)
}

/** The first working day after a day (never the day itself). Throws outside 2000–2100. */
export function nextWorkingDay(day: LegalDay, calendar: WorkCalendar): WorkDay {
  return scan(addDays(day, 1), 1, calendar)
}

/** The cut-over of a day, whether the day is worked or not. */
export function slotOf(day: LegalDay, calendar: WorkCalendar): Date {
  return localTime(day, calendar.cutOver, calendar.timeZone)
}

function scan(start: LegalDay, step: 1 | -1, calendar: WorkCalendar): WorkDay {
  let provisional = false
  for (let day = start; ; day = addDays(day, step)) {
    assertKnownYear(day)
    const status = calendar.isWorkingDay(day)
    provisional ||= status.provisional
    if (status.open) return { day, provisional }
  }
}

function assertKnownYear(day: LegalDay): void {
  const year = yearOf(day)
  if (year < CALENDAR_YEARS.first || year > CALENDAR_YEARS.last) {
    throw new RangeError(`no calendar for ${day}: years ${CALENDAR_YEARS.first}–${CALENDAR_YEARS.last} only`)
  }
}
