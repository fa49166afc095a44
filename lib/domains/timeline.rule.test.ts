import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, legalDay, localTime } from '@/lib/kernel/days'
import en from '@/lib/i18n/en/policy.json'
import { assumed, byRule } from '@/lib/policy/param'
import type { ZoneVersion } from '@/lib/policy/policy'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { TIMELINE_KINDS, type TimelineEvent } from './timeline-event'
import { projectTimeline, type TimelineSubject } from './timeline.rule'

const vn = zoneById('vn')
const at = (text: string) => localTime(text.slice(0, 10), text.slice(11) || '00:00', vn.timeZone)
const START = at('2008-08-08')

function timeline(expiry: Date, versions: readonly ZoneVersion[] = vn.versions): readonly TimelineEvent[] {
  const subject: TimelineSubject = { zone: vn, ascii: 'example.vn', status: 'active', expiresAt: expiry }
  return projectTimeline(subject, versions, START)
}
const local = (event: TimelineEvent) =>
  new Date(event.at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const written = (events: readonly TimelineEvent[]) =>
  events.map((event) => `${event.kind} ${local(event)} of ${event.legalDay} ${event.rule}`)

describe('.vn, first version', () => {
  test.each([
    ['R-NS-30 Wed 2010-03-03', '2010-03-03', '2010-04-02', '2010-04-05 16:30', '2010-03-03'],
    ['R-NS-30 Fri 2010-03-05', '2010-03-05', '2010-04-04', '2010-04-05 16:30', '2010-03-05'],
  ])('%s', (_title, expiry, lastDay, deleted, suspended) => {
    expect(written(timeline(at(expiry)))).toEqual([
      `renewal-invited ${expiry.replace('-03-', '-02-')} 09:00 of ${expiry.replace('-03-', '-02-')} R-NS-27`,
      `expires ${expiry} 00:00 of ${expiry} R-NS-29`,
      `suspended ${suspended} 16:30 of ${suspended} R-NS-29`,
      `last-day-to-renew ${addDays(lastDay, 1)} 00:00 of ${lastDay} R-NS-30`,
      `pending-delete ${addDays(lastDay, 1)} 00:00 of ${addDays(lastDay, 1)} R-NS-38`,
      `released ${deleted} of ${deleted.slice(0, 10)} R-NS-38`,
    ])
  })
})

describe('.vn, later version', () => {
  test('R-VN-04 R-VN-05 R-VN-05b Sat 2024-06-01', () => {
    const events = timeline(at('2024-06-01'))
    expect(written(events)).toEqual([
      'renewal-invited 2024-05-01 09:00 of 2024-05-01 R-NS-27',
      'expires 2024-06-01 00:00 of 2024-06-01 R-NS-29',
      'suspended 2024-06-03 16:30 of 2024-06-03 R-NS-29',
      'pay-by 2024-06-27 00:00 of 2024-06-26 R-VN-05b',
      'last-day-to-renew 2024-06-29 00:00 of 2024-06-28 R-VN-04',
      'reclaim 2024-06-29 00:00 of 2024-06-29 R-VN-05',
      'released 2024-07-12 16:30 of 2024-07-12 R-VN-05',
    ])
    expect(events.some((event) => event.provisional)).toBe(false)
  })

  test('R-NS-32 an expiry after the cut-over is suspended on the next working day', () => {
    const suspended = timeline(at('2024-06-03 16:31')).find((event) => event.kind === 'suspended')
    expect(suspended?.at).toEqual(at('2024-06-04 16:30'))
  })

  test('R-VN-05 the version is that of the expiry, to the minute', () => {
    const kinds = (expiry: string) => timeline(at(expiry)).map((event) => event.kind)
    expect(kinds('2023-05-31 23:59')).toContain('pending-delete')
    expect(kinds('2023-06-01 00:00')).toContain('reclaim')
  })

  test('R-NS-27 the invitation clamps to the month and comes at 09:00', () => {
    expect(timeline(at('2025-03-31'))[0]?.at).toEqual(at('2025-02-28 09:00'))
  })

  test('R-NS-33 an expiry in Tết is suspended after it, and a coming year without notice is provisional', () => {
    const suspended = timeline(at('2026-02-16')).find((event) => event.kind === 'suspended')
    expect(suspended).toMatchObject({ at: at('2026-02-23 16:30'), provisional: false })
    const later = timeline(at('2027-02-05'))
    expect(later.filter((event) => event.provisional).map((event) => event.kind)).toEqual([
      'suspended',
      'last-day-to-renew',
      'reclaim',
      'released',
    ])
  })
})

describe('held and ending names', () => {
  test('R-NS-08 a held name shows its allotment and the life that follows', () => {
    const held: TimelineSubject = {
      zone: vn,
      ascii: 'example.vn',
      status: 'held',
      holdAt: at('2026-03-06 10:00'),
      years: 2,
    }
    const events = projectTimeline(held, vn.versions, at('2026-03-06 10:00'))
    expect(events[0]).toMatchObject({ kind: 'allotment', at: at('2026-03-09 16:30'), rule: 'R-NS-08' })
    expect(events.find((event) => event.kind === 'expires')?.at).toEqual(at('2028-03-09 16:30'))
    const unknownTerm = projectTimeline({ ...held, years: undefined }, vn.versions, START)
    expect(unknownTerm.map((event) => event.kind)).toEqual(['allotment'])
  })

  test('only what is still to come is told; a released name has no future', () => {
    const subject: TimelineSubject = {
      zone: vn,
      ascii: 'example.vn',
      status: 'suspended',
      expiresAt: at('2024-06-01'),
    }
    const kinds = projectTimeline(subject, vn.versions, at('2024-06-27 00:00')).map((event) => event.kind)
    expect(kinds).toEqual(['pay-by', 'last-day-to-renew', 'reclaim', 'released'])
    expect(projectTimeline({ ...subject, status: 'released' }, vn.versions, START)).toEqual([])
  })
})

test('R-HO-10 a zone with grace and redemption', () => {
  const second = vn.versions[1] as ZoneVersion
  const version: ZoneVersion = {
    ...second,
    from: byRule('2008-08-08', 'R-HO-10'),
    registry: {
      ...second.registry,
      suspensionAtExpiry: assumed(false, 'keeps working through its grace'),
      lifeAfterExpiry: {
        kind: 'redemption',
        graceDays: assumed(30, 'sample'),
        redemptionDays: byRule(30, 'R-HO-10'),
        pendingDeleteDays: assumed(5, 'sample'),
      },
    },
  }
  expect(written(timeline(at('2026-03-02'), [version])).slice(1)).toEqual([
    'expires 2026-03-02 00:00 of 2026-03-02 undefined',
    'redemption 2026-04-02 00:00 of 2026-04-02 R-HO-10',
    'last-day-to-renew 2026-05-02 00:00 of 2026-05-01 R-HO-10',
    'pending-delete 2026-05-02 00:00 of 2026-05-02 undefined',
    'released 2026-05-07 16:30 of 2026-05-07 undefined',
  ])
})

test('every kind of event has a name', () => {
  expect(Object.keys(en.timeline)).toEqual([...TIMELINE_KINDS])
})

describe('properties', () => {
  const expiry = fc.date({ min: at('2009-01-01'), max: at('2099-06-01'), noInvalidDate: true })
  const ORDER = ['renewal-invited', 'expires', 'suspended', 'last-day-to-renew', 'released']
  const of = (events: readonly TimelineEvent[], kind: string) =>
    events.find((event) => event.kind === kind) as TimelineEvent

  test('R-NS-32 R-NS-33 events come in order, and work never on a closed day', () => {
    const calendar = calendarOf(vn)
    fc.assert(
      fc.property(expiry, (expiresAt) => {
        const events = timeline(expiresAt)
        const times = events.map((event) => event.at.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(events.map((event) => event.kind).filter((kind) => ORDER.includes(kind))).toEqual(ORDER)
        for (const slot of [of(events, 'suspended'), of(events, 'released')]) {
          expect(calendar.isWorkingDay(slot.legalDay).open).toBe(true)
          expect(slot.at).toEqual(at(`${slot.legalDay} 16:30`))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('R-VN-04 R-VN-05 R-NS-30 the lengths are those of the rules', () => {
    fc.assert(
      fc.property(expiry, (expiresAt) => {
        const events = timeline(expiresAt)
        const expiryDay = legalDay(expiresAt, vn.timeZone)
        const last = of(events, 'last-day-to-renew').legalDay
        const released = of(events, 'released').legalDay
        if (expiryDay < '2023-06-01') {
          expect(daysBetween(expiryDay, last)).toBe(30)
          expect(released > last).toBe(true)
          return
        }
        expect(daysBetween(of(events, 'suspended').legalDay, last)).toBe(25)
        expect(of(events, 'pay-by').legalDay <= last).toBe(true)
        expect(daysBetween(last, released)).toBeLessThanOrEqual(15)
        expect(daysBetween(last, released)).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('a later expiry never ends sooner', () => {
    const later = fc.date({ min: at('2023-06-01'), max: at('2099-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(later, fc.nat(40 * 86_400_000), (expiresAt, more) => {
        const sooner = timeline(expiresAt)
        const after = timeline(new Date(expiresAt.getTime() + more))
        for (const kind of [...ORDER, 'pay-by', 'reclaim']) {
          expect(of(after, kind).at.getTime()).toBeGreaterThanOrEqual(of(sooner, kind).at.getTime())
        }
      }),
      { numRuns: 200 },
    )
  })
})
