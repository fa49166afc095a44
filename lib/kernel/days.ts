/**
 * Legal days: local dates of a time zone, written `YYYY-MM-DD`, and the instants at which they begin and end.
 * Temporal stays inside this file; everything outside sees `Date` (an instant, UTC) and plain strings.
 */
import { Temporal } from 'temporal-polyfill'

/** A local date, `YYYY-MM-DD`; such strings sort by time. */
export type LegalDay = string

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a date of the calendar, written `YYYY-MM-DD`. */
export function isLegalDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The local date of an instant in a time zone (IANA name). */
export function legalDay(instant: Date, timeZone: string): LegalDay {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** The first instant of a local date: midnight, or the first moment after it where the clocks skip midnight. */
export function startOfDay(day: LegalDay, timeZone: string): Date {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(timeZone))
}

/** The midnight that ends a local date; equal to the start of the next one. */
export function endOfDay(day: LegalDay, timeZone: string): Date {
  return startOfDay(addDays(day, 1), timeZone)
}

/** The local date `count` days later (earlier when negative). */
export function addDays(day: LegalDay, count: number): LegalDay {
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: LegalDay, to: LegalDay): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** The same local date and time `years` years on; 29 February becomes 28 February where there is none. */
export function addYears(instant: Date, years: number, timeZone: string): Date {
  return instantOf(zoned(instant, timeZone).add({ years }))
}

/** The date one month earlier, clamped to that month's last day (31 March → 28 or 29 February). */
export function oneMonthBefore(day: LegalDay): LegalDay {
  return Temporal.PlainDate.from(day).subtract({ months: 1 }).toString()
}

/**
 * The instant of a wall-clock time (`HH:MM`, 24 hours) on a local date. A time that the clocks skip is moved
 * forward by the gap; of a time that comes twice, the first is meant.
 */
export function localTime(day: LegalDay, time: string, timeZone: string): Date {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return instantOf(plain.toZonedDateTime(timeZone))
}

/** An instant as RFC 3339 writes it, with the time zone's offset at that instant: `2024-06-03T16:30:00+07:00`. */
export function withOffset(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(day: LegalDay): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The calendar year of a local date. */
export function yearOf(day: LegalDay): number {
  return Number(day.slice(0, 4))
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function instantOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds)
}
