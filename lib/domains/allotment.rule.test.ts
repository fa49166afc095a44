import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { calendarOf, versionAt, zoneById } from '@/lib/policy/resolver'
import { allotmentAfterHold, expiryAfter } from './allotment.rule'

const vn = zoneById('vn')
const at = (text: string) => localTime(text.slice(0, 10), text.slice(11), vn.timeZone)
const allot = (hold: Date) => allotmentAfterHold(hold, vn, versionAt(vn, hold))

describe('allotment', () => {
  test.each([
    ['R-NS-08 24 hours, then that day', '2026-03-02 10:00', '2026-03-03'],
    ['R-NS-32 due at 16:30 exactly', '2026-03-02 16:30', '2026-03-03'],
    ['R-NS-32 due a minute later', '2026-03-02 16:31', '2026-03-04'],
    ['R-NS-33 due on a Saturday', '2026-03-06 10:00', '2026-03-09'],
    ['R-NS-33 due on a Friday after the cut-over', '2026-03-05 17:00', '2026-03-09'],
    ['R-NS-33 due in Tết', '2026-02-13 17:00', '2026-02-23'],
    ['R-NS-33 due on 1 May', '2024-04-30 09:00', '2024-05-02'],
  ])('%s', (_title, hold, day) => {
    const { slot, dueAt } = allot(at(hold))
    expect(slot).toEqual({ day, at: at(`${day} 16:30`), provisional: false })
    expect(dueAt.getTime() - at(hold).getTime()).toBe(86_400_000)
  })

  test('R-VN-02 the term runs from the allotment, kept by local time', () => {
    expect(expiryAfter(at('2024-02-29 16:30'), 1, vn)).toEqual(at('2025-02-28 16:30'))
    expect(expiryAfter(at('2026-03-03 16:30'), 10, vn)).toEqual(at('2036-03-03 16:30'))
  })

  test('R-NS-08 never sooner than 24 hours, always at a working day 16:30, later holds never sooner', () => {
    const instant = fc.date({ min: at('2009-01-01 00:00'), max: at('2099-01-01 00:00'), noInvalidDate: true })
    const calendar = calendarOf(vn)
    fc.assert(
      fc.property(instant, fc.nat(10 * 86_400_000), (hold, later) => {
        const { slot } = allot(hold)
        expect(slot.at.getTime() - hold.getTime()).toBeGreaterThanOrEqual(86_400_000)
        expect(slot.at).toEqual(at(`${slot.day} 16:30`))
        expect(calendar.isWorkingDay(slot.day).open).toBe(true)
        const after = allot(new Date(hold.getTime() + later)).slot
        expect(after.at.getTime()).toBeGreaterThanOrEqual(slot.at.getTime())
      }),
      { numRuns: 300 },
    )
  })
})
