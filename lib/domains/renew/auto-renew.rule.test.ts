import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { chargePlan, chargeTurn, firstTurn, nextChargeAfter } from './auto-renew.rule'

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

const turnAt = (since: string, now: Date, isTold: boolean) =>
  chargeTurn(zone, EXPIRY, { since: on(since), now, isTold })
const planned = (act: string, next: string | null) => ({ act, nextAt: next ? on(next) : null })

test.each([
  ['the notice in time', '2027-06-06', '2027-06-06', false, 'notice', '2027-06-13'],
  [
    'notice and first try missed: only told, charged on the next day of the plan',
    ...(['2027-06-06', '2027-06-14', false, 'notice', '2027-06-15'] as const),
  ],
  [
    'told on a day of the plan: charged on the next one',
    '2027-06-06',
    '2027-06-13',
    false,
    'notice',
    '2027-06-15',
  ],
  ['a try of which nobody was told: told instead', '2027-06-13', '2027-06-13', false, 'notice', '2027-06-15'],
  ['the last try of which nobody was told', '2027-06-19', '2027-06-19', false, 'late', null],
  ['everything missed, nobody told', '2027-06-06', '2027-06-20', false, 'late', null],
  ['a try in time', '2027-06-13', '2027-06-13', true, 'charge', '2027-06-15'],
  ['two tries missed: one', '2027-06-13', '2027-06-16', true, 'charge', '2027-06-17'],
  ['the last try', '2027-06-19', '2027-06-19', true, 'charge', null],
  ['after the expiry, when it may cost more than was told', '2027-06-19', '2027-06-21', true, 'late', null],
])('%s', (_what, since, now, isTold, act, next) => {
  expect(turnAt(since, on(now), isTold)).toEqual(planned(act, next))
})

test.each([
  ['long before: by the schedule', '2027-03-01', '09:00', 'none', '2027-06-06'],
  ['after the notice: told at once', '2027-06-07', '09:00', 'notice', '2027-06-13'],
  ['early on a day of the plan: charged on the next one', '2027-06-13', '08:59', 'notice', '2027-06-15'],
  ['on the last day of the plan', '2027-06-19', '00:01', 'late', null],
  ['after the expiry', '2027-06-21', '09:00', 'late', null],
])('turned on %s', (_when, day, time, act, next) => {
  expect(firstTurn(zone, EXPIRY, localTime(day, time, VN))).toEqual(planned(act, next))
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
        const now = new Date(at.getTime() + by)
        const turn = chargeTurn(zone, expiresAt, { since: at, now, isTold: acts.includes('notice') })
        acts.push(turn.act)
        if (turn.act === 'charge') expect(now < expiresAt).toBe(true)
        if (turn.nextAt) expect(turn.nextAt > at && turn.nextAt < expiresAt).toBe(true)
        at = turn.nextAt
      }
      expect(at).toBeNull()
      expect(acts[0]).toBe('notice')
      expect(acts.slice(1, -1).every((act) => act === 'charge')).toBe(true)
      expect(['charge', 'late']).toContain(acts.at(-1))
    }),
    { numRuns: 100 },
  )
})
