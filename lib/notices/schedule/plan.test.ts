import { describe, expect, test } from 'vitest'
import { isEarlyNotice, type NoticeKind, noticePlan } from '@/lib/domains/notices.rule'
import type { TimelineKind } from '@/lib/domains/timeline-event'
import { lifeOf } from '@/lib/domains/timeline.rule'
import { addDays, localTime } from '@/lib/kernel/days'
import { zoneById } from '@/lib/policy/resolver'
import { dueNotices } from './plan'

const VN = 'Asia/Ho_Chi_Minh'
const NEW_YORK = 'America/New_York'
const told = (zone: string, expiresAt: Date, now: Date, since = new Date(0)) =>
  dueNotices(zone, expiresAt, since, now).send.map(({ kind, daysLeft }) =>
    daysLeft === undefined ? kind : `${kind} ${daysLeft}`,
  )

describe('R-NS-17 a message counts the days from the legal day on which it is sent', () => {
  const expiresAt = localTime('2027-06-30', '12:00', VN)
  test.each<[string, string, string[]]>([
    ['2027-04-01', '09:00', ['expires-in 90']],
    ['2027-04-01', '23:59', ['expires-in 90']],
    ['2027-04-02', '00:00', ['expires-in 89']],
    ['2027-04-20', '10:00', ['expires-in 71']],
    ['2027-05-01', '09:00', ['expires-in 60']],
    ['2027-06-29', '09:00', ['expires-in 1']],
    ['2027-06-30', '08:00', ['expires-in 0']],
    ['2027-06-30', '12:00', []],
    ['2027-07-01', '09:00', ['suspended']],
  ])('R-NS-17 sent on %s at %s: %j', (day, time, expected) => {
    expect(told('vn', expiresAt, localTime(day, time, VN))).toEqual(expected)
  })

  test.each<[string, string[]]>([
    ['2027-07-18', ['suspended', 'last-day-in 7']],
    ['2027-07-20', ['suspended', 'last-day-in 5']],
    ['2027-07-25', ['suspended', 'last-day-in 0']],
    ['2027-07-26', ['suspended']],
  ])('R-VN-04 the last day to renew, sent on %s: %j', (day, expected) => {
    expect(told('vn', expiresAt, localTime(day, '10:00', VN))).toEqual(expected)
  })
})

describe('R-HK-08 reminders of a .hk name', () => {
  const expiresAt = localTime('2027-06-30', '12:00', 'Asia/Hong_Kong')
  const plan = noticePlan(zoneById('hk'), expiresAt)
  const days = plan.flatMap(({ kind, days: left }) => (kind === 'expires-in' ? [left] : []))

  test('R-HK-08 come again and again until the expiry, each before it and each once', () => {
    expect(days).toEqual([90, 60, 15, 7, 1])
    const before = plan.filter(({ kind }) => kind === 'expires-in' || kind === 'renewal-invited')
    expect(before).toHaveLength(6)
    expect(before.every(({ at }) => at < expiresAt)).toBe(true)
  })

  test('R-HK-08 cannot be declined from the invitation on', () => {
    const declinable = plan.filter(isEarlyNotice).map(({ days: left }) => left)
    expect(declinable).toEqual([90, 60])
  })
})

describe('R-HO-10 redemption', () => {
  const expiresAt = new Date('2027-05-10T12:00:00Z')
  const zone = zoneById('com')
  const life = lifeOf(zone, zone.versions, expiresAt)
  const day = (kind: TimelineKind) => life.find((event) => event.kind === kind)?.legalDay ?? ''
  const [first, last, released] = [day('redemption'), day('last-day-to-renew'), day('released')]

  test('R-HO-10 is told on its first day, at the hour of messages, with the last day to have the name back', () => {
    expect(noticePlan(zone, expiresAt).find(({ kind }) => kind === 'redemption')).toMatchObject({
      at: localTime(first, '09:00', NEW_YORK),
      about: localTime(addDays(last, 1), '00:00', NEW_YORK),
      rule: 'R-HO-10',
    })
  })

  test.each<[string, string, string[]]>([
    ['on its first day', first, ['redemption']],
    ['late, before its last day', addDays(last, -1), ['redemption', 'last-day-in 1']],
    ['on its last day', last, ['redemption', 'last-day-in 0']],
    ['when it is over', addDays(last, 1), []],
    ['after the release', addDays(released, 1), ['released']],
  ])('R-HO-10 told %s (%s): %j', (_when, on, expected) => {
    const since = localTime(addDays(first, -1), '10:00', NEW_YORK)
    expect(told('com', expiresAt, localTime(on, '10:00', NEW_YORK), since)).toEqual(expected)
  })
})

describe('R-NS-17 a term that ends without a suspension', () => {
  const TEN_AT_NIGHT = localTime('2027-05-10', '22:00', NEW_YORK)
  const EIGHT = localTime('2027-05-10', '08:00', NEW_YORK)

  test.each<[string, string, Date, string | undefined]>([
    ['before the hour of messages, on that day', 'com', EIGHT, '2027-05-10'],
    ['after it, on the next day', 'com', TEN_AT_NIGHT, '2027-05-11'],
    ['not where the suspension tells it', 'ro', EIGHT, undefined],
    [
      'not where redemption begins by then',
      'eu',
      localTime('2027-05-10', '17:00', 'Europe/Brussels'),
      undefined,
    ],
  ])('R-NS-17 is told %s (.%s)', (_when, zone, expiresAt, day) => {
    const [told, ...more] = noticePlan(zoneById(zone), expiresAt).filter(({ kind }) => kind === 'expired')
    expect(more).toEqual([])
    expect(told?.at).toEqual(day && localTime(day, '09:00', NEW_YORK))
    if (told) expect(told.about).toEqual(localTime('2027-07-10', '00:00', NEW_YORK))
  })

  test.each<[string, string, string[]]>([
    ['in its time', '2027-05-11', ['expired']],
    ['late, in grace', '2027-06-09', ['expired']],
    ['no more once redemption tells it', '2027-06-10', ['redemption']],
  ])('R-NS-17 is told %s (%s): %j', (_when, on, expected) => {
    const since = localTime('2027-05-10', '22:00', NEW_YORK)
    expect(told('com', TEN_AT_NIGHT, localTime(on, '10:00', NEW_YORK), since)).toEqual(expected)
  })
})

test.each<[string, number | undefined, boolean]>([
  ['expires-in', 90, true],
  ['expires-in', 32, true],
  ['expires-in', 31, false],
  ['expires-in', 1, false],
  ['renewal-invited', undefined, false],
  ['expired', undefined, false],
  ['suspended', undefined, false],
  ['redemption', undefined, false],
  ['last-day-in', 60, false],
  ['released', undefined, false],
])('R-NS-27 %s (%s days) can be declined: %s', (kind, days, expected) => {
  expect(isEarlyNotice({ kind: kind as NoticeKind, ...(days && { days }) })).toBe(expected)
})
