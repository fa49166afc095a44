import { describe, expect, test } from 'vitest'
import { nextWorkSlot } from '@/lib/kernel/calendar'
import { addDays, localTime, weekday } from '@/lib/kernel/days'
import { workCalendar } from './work-calendar'

const calendar = workCalendar({
  country: 'VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  cutOver: '16:30',
  processing: 'working days',
})

function closedWeekdays(year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (weekday(day) < 6 && !calendar.isWorkingDay(day).open) days.push(day.slice(5))
  }
  return days
}

describe("Việt Nam's working days", () => {
  test.each([
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02'],
  ])('R-NS-33 the closed weekdays of %i are those announced', (year, days) => {
    expect(closedWeekdays(year)).toEqual(days.split(' '))
    expect(calendar.isWorkingDay(`${year}-06-04`).provisional).toBe(false)
  })

  test('R-NS-33 a weekend day swapped as a working day stays closed', () => {
    expect(calendar.isWorkingDay('2024-05-04')).toEqual({ open: false, provisional: false })
  })

  test('a computed year is provisional and makes up holidays on weekends', () => {
    // Tết 2027: new year on Saturday 6 February; eve Friday; Saturday and Sunday made up on Wed and Thu.
    expect(closedWeekdays(2027)).toEqual(
      '01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03'.split(' '),
    )
    expect(calendar.isWorkingDay('2027-06-01')).toEqual({ open: true, provisional: true })
    expect(calendar.isWorkingDay('2027-06-05')).toEqual({ open: false, provisional: false })
  })

  test('the second National Day joins the weekend', () => {
    expect(closedWeekdays(2021)).toEqual(expect.arrayContaining(['09-02', '09-03']))
    expect(closedWeekdays(2022)).toEqual(expect.arrayContaining(['09-01', '09-02']))
    expect(closedWeekdays(2010)).not.toContain('09-01')
  })

  test('work due at the eve of Tết 2026 runs after it', () => {
    const due = localTime('2026-02-13', '16:31', 'Asia/Ho_Chi_Minh')
    expect(nextWorkSlot(due, calendar)).toMatchObject({ day: '2026-02-23', provisional: false })
  })

  test('every year 2000–2100 has at least the five days of Tết and their make-up days', () => {
    for (let year = 2000; year <= 2100; year += 10) {
      const tet = closedWeekdays(year).filter((day) => day < '03-01' && day > '01-18')
      expect(tet.length, String(year)).toBeGreaterThanOrEqual(5)
    }
  })

  test.each([
    // Years in which Việt Nam's new year is a day before China's; both eves are Fridays.
    [2007, '02-16'],
    [2030, '02-01'],
  ])('Tết %i follows the Vietnamese calendar: its eve is %s', (year, eve) => {
    expect(closedWeekdays(year)).toContain(eve)
  })

  test('a country without data throws', () => {
    expect(() =>
      workCalendar({ country: 'XX', timeZone: 'UTC', cutOver: '16:30', processing: 'working days' }),
    ).toThrow('XX')
  })
})
