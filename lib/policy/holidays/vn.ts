import { addDays, weekday, type LegalDay } from '@/lib/kernel/days'
import { assumed, type Param } from '../param'
import type { HolidayCountry } from './country'

const NOTICE = 'closed weekdays as publicly announced, to be checked against the notices'
const THURSDAY = 4

/** National Day has a second day since the Labour Code of 2019 came into force. */
const TWO_NATIONAL_DAYS_FROM = 2021

/** Việt Nam: Saturdays and Sundays closed, holidays on them made up on the next working day. */
export const VIET_NAM: HolidayCountry = {
  country: 'VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  weeklyDaysOff: [6, 7],
  compensates: true,
  published: {
    2024: closed(2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'),
    2025: closed(2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'),
    2026: closed(2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02'),
  },
  adjust(year, base) {
    if (year < TWO_NATIONAL_DAYS_FROM) return base
    return [...base, { name: 'second National Day', days: [secondNationalDay(year)] }]
  },
}

/** The base data knows 2 September only. The second day is the one before, or after when that joins a weekend. */
function secondNationalDay(year: number): LegalDay {
  const nationalDay = `${year}-09-02`
  return addDays(nationalDay, weekday(nationalDay) === THURSDAY ? 1 : -1)
}

function closed(year: number, days: string): Param<readonly LegalDay[]> {
  return assumed(
    days.split(' ').map((day) => `${year}-${day}`),
    NOTICE,
  )
}
