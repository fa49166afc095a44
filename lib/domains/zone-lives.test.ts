import { expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { allZones } from '@/lib/policy/resolver'
import { timelineJson } from './calculator/api'
import { calculateLife } from './calculator/calculator.query'

/** One whole life in each zone, across changes of the clocks, ends of months and years, and weekends. */
const LIVES: Readonly<Record<string, readonly [expires: string, life: readonly string[]]>> = {
  vn: [
    '2024-06-01',
    [
      'renewal-invited 2024-05-01T09:00:00+07:00',
      'expires 2024-06-01T00:00:00+07:00',
      'suspended 2024-06-03T16:30:00+07:00',
      'pay-by 2024-06-27T00:00:00+07:00',
      'last-day-to-renew 2024-06-29T00:00:00+07:00',
      'reclaim 2024-06-29T00:00:00+07:00',
      'released 2024-07-12T16:30:00+07:00',
    ],
  ],
  hk: [
    '2026-05-22T10:00+08:00',
    [
      'renewal-invited 2026-04-22T09:00:00+08:00',
      'expires 2026-05-22T10:00:00+08:00',
      'suspended 2026-05-22T16:30:00+08:00',
      'redemption 2026-06-22T00:00:00+08:00',
      'last-day-to-renew 2026-07-22T00:00:00+08:00',
      'pending-delete 2026-07-22T00:00:00+08:00',
      'released 2026-07-22T16:30:00+08:00',
    ],
  ],
  dk: [
    '2026-03-28T12:00+01:00',
    [
      'renewal-invited 2026-02-28T09:00:00+01:00',
      'expires 2026-03-28T12:00:00+01:00',
      'suspended 2026-03-28T16:30:00+01:00',
      'last-day-to-renew 2026-04-28T00:00:00+02:00',
      'pending-delete 2026-04-28T00:00:00+02:00',
      'released 2026-04-28T16:30:00+02:00',
    ],
  ],
  ro: [
    '2026-03-28T12:00+02:00',
    [
      'renewal-invited 2026-02-28T09:00:00+02:00',
      'expires 2026-03-28T12:00:00+02:00',
      'suspended 2026-03-28T16:30:00+02:00',
      'last-day-to-renew 2026-06-27T00:00:00+03:00',
      'pending-delete 2026-06-27T00:00:00+03:00',
      'released 2026-06-27T16:30:00+03:00',
    ],
  ],
  com: [
    '2026-10-30T12:00-04:00',
    [
      'renewal-invited 2026-09-30T09:00:00-04:00',
      'expires 2026-10-30T12:00:00-04:00',
      'redemption 2026-11-30T00:00:00-05:00',
      'last-day-to-renew 2026-12-30T00:00:00-05:00',
      'pending-delete 2026-12-30T00:00:00-05:00',
      'released 2027-01-04T16:30:00-05:00',
    ],
  ],
  eu: [
    '2026-03-02T12:00+01:00',
    [
      'renewal-invited 2026-02-02T09:00:00+01:00',
      'expires 2026-03-02T12:00:00+01:00',
      'suspended 2026-03-02T16:30:00+01:00',
      'redemption 2026-03-03T00:00:00+01:00',
      'last-day-to-renew 2026-04-12T00:00:00+02:00',
      'pending-delete 2026-04-12T00:00:00+02:00',
      'released 2026-04-12T16:30:00+02:00',
    ],
  ],
  org: [
    '2028-02-29T12:00-05:00',
    [
      'renewal-invited 2028-01-29T09:00:00-05:00',
      'expires 2028-02-29T12:00:00-05:00',
      'redemption 2028-03-31T00:00:00-04:00',
      'last-day-to-renew 2028-04-30T00:00:00-04:00',
      'pending-delete 2028-04-30T00:00:00-04:00',
      'released 2028-05-05T16:30:00-04:00',
    ],
  ],
  in: [
    '2026-01-31T12:00+05:30',
    [
      'renewal-invited 2025-12-31T09:00:00+05:30',
      'expires 2026-01-31T12:00:00+05:30',
      'redemption 2026-03-03T00:00:00+05:30',
      'last-day-to-renew 2026-04-02T00:00:00+05:30',
      'pending-delete 2026-04-02T00:00:00+05:30',
      'released 2026-04-07T16:30:00+05:30',
    ],
  ],
  us: [
    '2026-12-31T23:59-05:00',
    [
      'renewal-invited 2026-11-30T09:00:00-05:00',
      'expires 2026-12-31T23:59:00-05:00',
      'redemption 2027-01-31T00:00:00-05:00',
      'last-day-to-renew 2027-03-02T00:00:00-05:00',
      'pending-delete 2027-03-02T00:00:00-05:00',
      'released 2027-03-07T16:30:00-05:00',
    ],
  ],
  uk: [
    '2026-03-28T12:00Z',
    [
      'renewal-invited 2026-02-28T09:00:00+00:00',
      'expires 2026-03-28T12:00:00+00:00',
      'redemption 2026-04-28T00:00:00+01:00',
      'last-day-to-renew 2026-06-27T00:00:00+01:00',
      'pending-delete 2026-06-27T00:00:00+01:00',
      'released 2026-07-02T16:30:00+01:00',
    ],
  ],
}

test.each(allZones().map((zone) => zone.zone))('R-HO-10 R-NS-29 R-VN-05 one whole life of .%s', (zone) => {
  const [expires = '', life] = LIVES[zone] ?? []
  const told = timelineJson(must(calculateLife(zone, { expires }))).map(({ kind, at }) => `${kind} ${at}`)
  expect(told).toEqual(life)
})

test.each([
  ['2022-09-12', '2022-12-12T00:00:00+00:00', '2022-12-14T16:30:00+00:00'],
  ['2022-09-13', '2022-12-13T00:00:00+00:00', '2022-12-18T16:30:00+00:00'],
])('R-HO-10 a .uk name of %s follows the process of its expiry', (expires, lastDay, released) => {
  const told = timelineJson(must(calculateLife('uk', { expires })))
  const at = (kind: string) => told.find((event) => event.kind === kind)?.at
  expect([at('last-day-to-renew'), at('released')]).toEqual([lastDay, released])
})
