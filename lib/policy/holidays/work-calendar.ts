/** Work calendars by country: published years are data, all others are computed and provisional. */
import { createHash } from 'node:crypto'
import Holidays from 'date-holidays'
import type { WorkCalendar } from '@/lib/kernel/calendar'
import { addDays, legalDay, weekday, yearOf, type LegalDay } from '@/lib/kernel/days'
import type { Holiday, HolidayCountry } from './country'
import { HONG_KONG } from './hk'
import { VIET_NAM } from './vn'

const COUNTRIES: readonly HolidayCountry[] = [VIET_NAM, HONG_KONG]

interface ClosedYear {
  readonly closed: ReadonlySet<LegalDay>
  readonly provisional: boolean
}

const closedYears = new Map<string, ClosedYear>()
const baseData = new Map<string, Holidays>()

interface Place {
  readonly country: string
  readonly timeZone: string
  readonly cutOver: string
  readonly processing: 'every day' | 'working days'
}

/** Changes with every year that is published: what rested on computed holidays before may have moved. */
export function holidaysStamp(): string {
  const published = COUNTRIES.map(({ country, published: years }) => [country, years])
  return createHash('sha256').update(JSON.stringify(published)).digest('hex')
}

/** The calendar by which due work runs; throws when it needs holidays of a country without holiday data. */
export function workCalendar(zone: Place): WorkCalendar {
  const { timeZone, cutOver } = zone
  if (zone.processing === 'every day') {
    return { timeZone, cutOver, isWorkingDay: () => ({ open: true, provisional: false }) }
  }
  const country = COUNTRIES.find((entry) => entry.country === zone.country)
  if (!country) throw new Error(`no holidays for country ${zone.country}`)
  return {
    timeZone,
    cutOver,
    isWorkingDay(day) {
      // A weekly day off is closed whatever the holidays are: that answer is never provisional.
      if (country.weeklyDaysOff.includes(weekday(day))) return { open: false, provisional: false }
      const { closed, provisional } = closedYear(country, yearOf(day))
      return { open: !closed.has(day), provisional }
    },
  }
}

function closedYear(country: HolidayCountry, year: number): ClosedYear {
  const key = `${country.country} ${year}`
  const known = closedYears.get(key)
  if (known) return known
  const published = country.published[year]
  const made: ClosedYear = published
    ? { closed: new Set(published.value), provisional: false }
    : { closed: closedDays(country, country.adjust(year, baseHolidays(country, year))), provisional: true }
  closedYears.set(key, made)
  return made
}

/** The weekdays that a year's holidays close, made-up days included, earliest holiday first. */
function closedDays(country: HolidayCountry, holidays: readonly Holiday[]): ReadonlySet<LegalDay> {
  const days = [...new Set(holidays.flatMap((holiday) => holiday.days))].sort()
  const isOff = (day: LegalDay) => country.weeklyDaysOff.includes(weekday(day))
  const closed = new Set(days.filter((day) => !isOff(day)))
  if (!country.compensates) return closed
  for (const day of days.filter(isOff)) {
    let makeUp = addDays(day, 1)
    while (isOff(makeUp) || closed.has(makeUp)) makeUp = addDays(makeUp, 1)
    closed.add(makeUp)
  }
  return closed
}

/** Public holidays of the base data; one entry may span several days and overlap another. */
function baseHolidays(country: HolidayCountry, year: number): readonly Holiday[] {
  let base = baseData.get(country.country)
  if (!base) {
    base = new Holidays(country.country, { timezone: country.timeZone, types: ['public'] })
    baseData.set(country.country, base)
  }
  return base.getHolidays(year, 'en').map((entry) => {
    const days: LegalDay[] = []
    const last = legalDay(new Date(entry.end.getTime() - 1), country.timeZone)
    for (let day = legalDay(entry.start, country.timeZone); day <= last; day = addDays(day, 1)) days.push(day)
    return { name: entry.name, days }
  })
}
