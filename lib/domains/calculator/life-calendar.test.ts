import { expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { calculateLife } from './calculator.query'
import { lifeEntries } from './life-calendar'

const entries = (query: { expires: string; registered?: string }, subject = 'example.vn') => {
  const { events, zone } = must(calculateLife('vn', query))
  return lifeEntries({
    subject,
    timeZone: zone.timeZone,
    events,
    summaryOf: (event) => event.kind,
    descriptionOf: (event) => event.rule ?? '',
  })
}
const datesOf = (query: { expires: string }) =>
  entries(query).map((entry) => `${entry.summary} ${'day' in entry ? entry.day : entry.at.toISOString()}`)

test('R-VN-04 R-VN-05 R-VN-05b rights are whole days, work slots are instants', () => {
  expect(datesOf({ expires: '2024-06-01' })).toEqual([
    'renewal-invited 2024-05-01T02:00:00.000Z',
    'expires 2024-06-01',
    'suspended 2024-06-03T09:30:00.000Z',
    'pay-by 2024-06-26',
    'last-day-to-renew 2024-06-28',
    'reclaim 2024-06-29',
    'released 2024-07-12T09:30:00.000Z',
  ])
})

test('an expiry at an hour of its day is that instant', () => {
  expect(datesOf({ expires: '2024-06-01T16:30:00+07:00' })).toContain('expires 2024-06-01T09:30:00.000Z')
})

test('a date keeps its UID when the term is renewed, and no two share one', () => {
  const uids = (expires: string) => entries({ expires }).map((entry) => entry.uid)
  expect(uids('2025-06-01')).toEqual(uids('2024-06-01'))
  expect(new Set(uids('2024-06-01')).size).toBe(uids('2024-06-01').length)
})

test('R-NS-33 what rests on holidays nobody has published is tentative', () => {
  expect(entries({ expires: '2027-02-05' }).some((entry) => entry.tentative)).toBe(true)
})
