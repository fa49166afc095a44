/**
 * Legal days: local dates of a time zone, written `YYYY-MM-DD`, and the instants at which they begin and end.
 * Temporal stays inside this file; everything outside sees `Date` (an instant, UTC) and plain strings.
 */
import { Temporal } from 'temporal-polyfill'
import { isLegalDay } from './day-text'

/** A local date, `YYYY-MM-DD`; such strings sort by time. */
export type LegalDay = string

const DAY_LENGTH = 86_400_000

/** The local date of an instant in a time zone (IANA name). Throws a RangeError when there is no such zone. */
export function legalDay(instant: Date, timeZone: string): LegalDay {
  let format = dayFormats.get(timeZone)
  if (!format) dayFormats.set(timeZone, (format = dayFormat(timeZone)))
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Making a format takes a hundred times as long as using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
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
  return new Date(midnightOf(day) + count * DAY_LENGTH).toISOString().slice(0, 10)
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: LegalDay, to: LegalDay): number {
  return (midnightOf(to) - midnightOf(from)) / DAY_LENGTH
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
  return new Date(midnightOf(day)).getUTCDay() || 7
}

/** The calendar year of a local date. */
export function yearOf(day: LegalDay): number {
  return Number(day.slice(0, 4))
}

/** Dates without a time zone are counted as if in UTC, where every day is as long as the next. */
function midnightOf(day: LegalDay): number {
  if (!isLegalDay(day)) throw new RangeError(`not a date: ${day}`)
  return Date.parse(`${day}T00:00:00Z`)
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function instantOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds)
}
