import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLegalDay } from './day-text'
import {
  addDays,
  addYears,
  daysBetween,
  endOfDay,
  legalDay,
  localTime,
  oneMonthBefore,
  startOfDay,
  weekday,
} from './days'

const VN = 'Asia/Ho_Chi_Minh'
const DK = 'Europe/Copenhagen'
const zone = fc.constantFrom(VN, DK, 'Asia/Hong_Kong', 'Europe/Bucharest', 'America/Sao_Paulo')
const instant = fc.date({ min: new Date('2000-01-02'), max: new Date('2100-12-30'), noInvalidDate: true })
const day = instant.map((at) => at.toISOString().slice(0, 10))

describe('legal days', () => {
  test.each([
    ['2024-06-01T16:59:59.999Z', VN, '2024-06-01'],
    ['2024-06-01T17:00:00.000Z', VN, '2024-06-02'],
    ['2024-03-30T23:00:00.000Z', DK, '2024-03-31'],
  ])('%s in %s is %s', (at, timeZone, expected) => {
    expect(legalDay(new Date(at), timeZone)).toBe(expected)
  })

  test('a day that changes to summer time has 23 hours, one that changes back 25', () => {
    const hours = (of: string) => (endOfDay(of, DK).getTime() - startOfDay(of, DK).getTime()) / 3_600_000
    expect(hours('2024-03-31')).toBe(23)
    expect(hours('2024-10-27')).toBe(25)
  })

  test('a day without a midnight begins at its first moment', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  test('a time that the clocks skip moves forward', () => {
    expect(localTime('2024-03-31', '02:30', DK).toISOString()).toBe('2024-03-31T01:30:00.000Z')
  })

  test.each([
    ['2024-03-31', '2024-02-29'],
    ['2025-03-31', '2025-02-28'],
    ['2025-01-01', '2024-12-01'],
  ])('one month before %s is %s', (from, expected) => {
    expect(oneMonthBefore(from)).toBe(expected)
  })

  test('29 February becomes 28 February where there is none, and the local time stays', () => {
    const from = localTime('2024-02-29', '16:30', VN)
    expect(addYears(from, 1, VN)).toEqual(localTime('2025-02-28', '16:30', VN))
    expect(addYears(from, 4, VN)).toEqual(localTime('2028-02-29', '16:30', VN))
    expect(addYears(localTime('2024-07-01', '16:30', DK), 10, DK)).toEqual(
      localTime('2034-07-01', '16:30', DK),
    )
  })

  test.each(['2024-02-30', '2024-13-01', '24-01-01', '2024-1-1', '', 'today'])('%j is no date', (text) => {
    expect(isLegalDay(text)).toBe(false)
  })

  test('every instant lies within its legal day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const of = legalDay(at, timeZone)
        expect(startOfDay(of, timeZone).getTime()).toBeLessThanOrEqual(at.getTime())
        expect(endOfDay(of, timeZone).getTime()).toBeGreaterThan(at.getTime())
      }),
    )
  })

  test('Saturday is the sixth day of the week, Sunday the seventh', () => {
    expect([weekday('2024-06-01'), weekday('2024-06-02'), weekday('2024-06-03')]).toEqual([6, 7, 1])
  })

  test('what is no date is not counted with', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
    expect(() => daysBetween('2024-01-01', 'today')).toThrow(RangeError)
  })

  test('adding days and counting them agree, and weekdays follow', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count)
        expect(daysBetween(from, to)).toBe(count)
        expect((((weekday(to) - weekday(from) - count) % 7) + 7) % 7).toBe(0)
      }),
    )
  })
})
