import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastWorkingDayOnOrBefore, nextWorkingDay, nextWorkSlot, type WorkCalendar } from './calendar'
import { localTime, weekday, yearOf } from './days'

const closed = new Set(['2024-05-01', '2025-01-01'])
const calendar: WorkCalendar = {
  timeZone: 'Asia/Ho_Chi_Minh',
  cutOver: '16:30',
  isWorkingDay: (day) => ({ open: weekday(day) < 6 && !closed.has(day), provisional: yearOf(day) > 2024 }),
}
const at = (day: string, time: string, ms = 0) =>
  new Date(localTime(day, time, calendar.timeZone).getTime() + ms)

describe('work slots', () => {
  test.each([
    ['R-NS-32 before the cut-over: that day', at('2024-04-30', '09:00'), '2024-04-30'],
    ['R-NS-32 at the cut-over exactly: that day', at('2024-04-30', '16:30'), '2024-04-30'],
    ['R-NS-32 a millisecond later: the next working day', at('2024-04-30', '16:30', 1), '2024-05-02'],
    ['R-NS-33 on a holiday: the next working day', at('2024-05-01', '09:00'), '2024-05-02'],
    ['R-NS-33 on a Saturday: Monday', at('2024-05-04', '09:00'), '2024-05-06'],
    ['R-NS-33 Friday evening: Monday', at('2024-05-03', '17:00'), '2024-05-06'],
  ])('%s', (_title, due, day) => {
    const slot = nextWorkSlot(due, calendar)
    expect(slot).toEqual({ day, at: at(day, '16:30'), provisional: false })
  })

  test('an answer that looks at a provisional year says so', () => {
    expect(nextWorkSlot(at('2024-12-31', '16:30'), calendar).provisional).toBe(false)
    expect(nextWorkSlot(at('2024-12-31', '16:31'), calendar)).toMatchObject({
      day: '2025-01-02',
      provisional: true,
    })
    expect(lastWorkingDayOnOrBefore('2025-01-01', calendar)).toEqual({ day: '2024-12-31', provisional: true })
  })

  test('the next working day is never the day itself', () => {
    expect(nextWorkingDay('2024-04-30', calendar).day).toBe('2024-05-02')
    expect(nextWorkingDay('2024-05-02', calendar).day).toBe('2024-05-03')
  })

  test.each(['1999-12-31', '2101-01-01'])('%s is outside the calendar', (day) => {
    expect(() => nextWorkSlot(at(day, '09:00'), calendar)).toThrow(RangeError)
    expect(() => lastWorkingDayOnOrBefore(day, calendar)).toThrow(RangeError)
  })

  test('R-NS-32 R-NS-33 a slot is never before its due instant, never closed, and never out of order', () => {
    const summerTime: WorkCalendar = { ...calendar, timeZone: 'Europe/Copenhagen', cutOver: '02:30' }
    const due = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    const place = fc.constantFrom(calendar, summerTime)
    fc.assert(
      fc.property(due, fc.nat(5 * 86_400_000), place, (instant, later, where) => {
        const slot = nextWorkSlot(instant, where)
        expect(slot.at.getTime()).toBeGreaterThanOrEqual(instant.getTime())
        expect(where.isWorkingDay(slot.day).open).toBe(true)
        expect(nextWorkSlot(slot.at, where).at).toEqual(slot.at)
        const after = nextWorkSlot(new Date(instant.getTime() + later), where)
        expect(after.at.getTime()).toBeGreaterThanOrEqual(slot.at.getTime())
        expect(lastWorkingDayOnOrBefore(slot.day, where).day).toBe(slot.day)
      }),
      { numRuns: 500 },
    )
  })
})
