import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { chargePlan, chargeTurn, nextChargeAfter } from './auto-renew.rule'

const VN = 'Asia/Ho_Chi_Minh'
const zone = zoneById('vn')
const EXPIRY = localTime('2027-06-20', '16:30', VN)
const on = (day: string) => localTime(day, '09:00', VN)

test('told 14 days before, tried 7, 5, 3 and 1 days before, at the hour of messages', () => {
  expect(chargePlan(zone, EXPIRY)).toEqual([
    { kind: 'notice', at: on('2027-06-06') },
    ...['2027-06-13', '2027-06-15', '2027-06-17', '2027-06-19'].map((day) => ({
      kind: 'charge',
      at: on(day),
    })),
  ])
})

test.each([
  ['the notice in time', '2027-06-06', '2027-06-06', 'notice', '2027-06-13'],
  [
    'notice and first try missed: only told, charged on the next day of the plan',
    '2027-06-06',
    '2027-06-14',
    'notice',
    '2027-06-15',
  ],
  ['a try in time', '2027-06-13', '2027-06-13', 'charge', '2027-06-15'],
  ['two tries missed: one', '2027-06-13', '2027-06-16', 'charge', '2027-06-17'],
  ['the last try', '2027-06-19', '2027-06-19', 'charge', null],
])('%s', (_what, since, now, act, next) => {
  expect(chargeTurn(zone, EXPIRY, on(since), on(now))).toEqual({ act, nextAt: next ? on(next) : null })
})

test('for every zone: turns follow each other, end before the expiry, and the notice comes first', () => {
  const terms = fc.record({
    id: fc.constantFrom(...allZones().map((zone) => zone.zone)),
    expiresAt: fc.date({ min: new Date('2022-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
    late: fc.array(fc.integer({ min: 0, max: 4 * 86_400_000 }), { minLength: 8, maxLength: 8 }),
  })
  fc.assert(
    fc.property(terms, ({ id, expiresAt, late }) => {
      const zone = zoneById(id)
      const acts: string[] = []
      let at = nextChargeAfter(zone, expiresAt, new Date(expiresAt.getTime() - 60 * 86_400_000))
      for (const by of late) {
        if (!at) break
        const turn = chargeTurn(zone, expiresAt, at, new Date(at.getTime() + by))
        acts.push(turn.act)
        if (turn.nextAt) expect(turn.nextAt > at && turn.nextAt < expiresAt).toBe(true)
        at = turn.nextAt
      }
      expect(at).toBeNull()
      expect(acts[0]).toBe('notice')
      expect(acts.slice(1).every((act) => act === 'charge')).toBe(true)
    }),
    { numRuns: 100 },
  )
})
