import { CALENDAR_YEARS, type WorkCalendar } from '@/lib/kernel/calendar'
import { addDays, legalDay, type LegalDay, localTime, yearOf } from '@/lib/kernel/days'
import { LINE_WIDTH, share } from './life-line-layout'

/** Days in a row on which no work is done. Instants are ISO strings. */
export interface DaysOff {
  readonly from: string
  readonly to: string
}

const LEAST_GAP_PX = 3
const WORKING_WEEK = 5
const DAY_MS = 24 * 60 * 60 * 1000
/** On a longer line the weeks would stand less than three pixels apart, and the ticks would be one grey bar. */
const LONGEST_DAYS = (WORKING_WEEK * LINE_WIDTH) / LEAST_GAP_PX

/** The weekends and holidays between two instants; none when they could not be told apart on a line. */
export function daysOffOf(calendar: WorkCalendar, from: Date, to: Date): readonly DaysOff[] {
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS) return []
  const [first, last] = [legalDay(from, calendar.timeZone), legalDay(to, calendar.timeZone)]
  if (yearOf(first) < CALENDAR_YEARS.first || yearOf(last) > CALENDAR_YEARS.last) return []
  const midnight = (day: LegalDay) => localTime(day, '00:00', calendar.timeZone).toISOString()
  const runs: DaysOff[] = []
  let since: LegalDay | undefined
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const isOff = !calendar.isWorkingDay(day).open
    if (isOff) since ??= day
    if (isOff || since === undefined) continue
    runs.push({ from: midnight(since), to: midnight(day) })
    since = undefined
  }
  if (since !== undefined) runs.push({ from: midnight(since), to: midnight(addDays(last, 1)) })
  return runs
}

/** The ticks as one path in a box of 10,000 × 1. */
export function ticksPath(daysOff: readonly DaysOff[], from: string, to: string): string {
  return daysOff
    .map((run) => {
      const start = Math.round(share(run.from, from, to) * 10_000)
      const width = Math.round(share(run.to, from, to) * 10_000) - start
      return width > 0 ? `M${start} 0h${width}v1h-${width}z` : ''
    })
    .join('')
}
