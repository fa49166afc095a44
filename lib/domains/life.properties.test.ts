import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, legalDay, startOfDay } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import { allZones, calendarOf } from '@/lib/policy/resolver'
import { NameOnPaper } from './name-on-paper-under-test'
import { nextStep, stepsAfter } from './life.rule'
import { noticePlan } from './notices.rule'
import { LifePlanner } from './sweep/planner'

/** `npm run lives` takes 10,000. A failure prints its seed; `LIFE_SEED` repeats it. */
const RUNS = Number(process.env.LIFE_RUNS ?? 500)
const ASKED = process.env.LIFE_SEED ? { seed: Number(process.env.LIFE_SEED) } : {}
const DAY = 86_400_000

/** Expiries near what is hard: changes of the clocks, 29 February, Tết, cut-overs, and anywhere else. */
const hard = [
  '2024-02-29T09:30:00Z',
  '2026-02-16T17:00:00Z',
  '2025-03-30T00:59:00Z',
  '2026-11-01T05:30:00Z',
  '2025-01-27T09:30:00Z',
  '2023-05-31T17:00:00Z',
].map((text) => new Date(text).getTime())
/** An expiry for which the zone has a version: of .vn also by the first one. */
const expiryIn = (zone: ZonePolicy) => {
  const first = startOfDay(addDays(zone.versions[0]!.from.value, 1), zone.timeZone).getTime()
  return fc
    .oneof(
      fc.integer({ min: first, max: Date.parse('2060-01-01') }),
      fc
        .tuple(fc.constantFrom(...hard), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
        .map(([at, by]) => at + by),
    )
    .map((at) => new Date(at))
}
const deed = fc.record({
  days: fc.integer({ min: 0, max: 220 * 24 }).map((hours) => hours / 24),
  renews: fc.boolean(),
  years: fc.integer({ min: 1, max: 3 }),
})
const term = fc
  .constantFrom(...allZones())
  .chain((zone) => fc.record({ zone: fc.constant(zone), expiresAt: expiryIn(zone) }))
const life = fc
  .record({ term, deeds: fc.array(deed, { minLength: 1, maxLength: 8 }) })
  .map(({ term: { zone, expiresAt }, deeds }) => ({ zone, expiresAt, deeds }))

function live({ zone, expiresAt, deeds }: typeof life extends fc.Arbitrary<infer T> ? T : never) {
  let now = expiresAt.getTime() - 100 * DAY
  const name = new NameOnPaper(zone, expiresAt, new Date(now))
  for (const { days, renews, years } of deeds) {
    now += days * DAY
    name.sweep(new Date(now))
    if (renews) name.renew(new Date(now), years)
  }
  return name
}

test('R-NS-32 R-NS-33 R-VN-04 R-VN-05 R-NS-38 R-HO-10 no change early, skipped, repeated or on a closed day', () => {
  fc.assert(
    fc.property(life, (given) => {
      const calendar = calendarOf(given.zone)
      for (const { expiresAt, done, until } of live(given).terms) {
        const promised = stepsAfter(given.zone, expiresAt).filter((step) => step.at <= until)
        expect(done.map(({ step }) => step)).toEqual(promised)
        for (const { step, at } of done) {
          expect(step.at.getTime()).toBeLessThanOrEqual(at.getTime())
          if (step.command === 'suspend' || step.command === 'release') {
            expect(calendar.isWorkingDay(legalDay(step.at, calendar.timeZone)).open).toBe(true)
          }
        }
      }
    }),
    { ...ASKED, numRuns: RUNS },
  )
})

test('the steps of very many names are those of one', () => {
  const planner = new LifePlanner()
  fc.assert(
    fc.property(term, ({ zone, expiresAt }) => {
      for (const status of [
        'ACTIVE',
        'EXPIRED',
        'SUSPENDED',
        'REDEMPTION',
        'RECLAIM',
        'PENDING_DELETE',
      ] as const) {
        expect(planner.next(zone.zone, status, expiresAt)).toEqual(nextStep(zone, status, expiresAt))
      }
    }),
    { ...ASKED, numRuns: Math.ceil(RUNS / 5) },
  )
})

test('R-NS-27 messages come in order, none after the release, the invitation one month before', () => {
  fc.assert(
    fc.property(term, ({ zone, expiresAt }) => {
      const plan = noticePlan(zone, expiresAt)
      const times = plan.map((notice) => notice.at.getTime())
      expect(times).toEqual([...times].sort((one, other) => one - other))
      expect(plan.at(-1)?.kind).toBe('released')
      expect(plan.filter((notice) => notice.kind === 'renewal-invited')).toHaveLength(1)
    }),
    { ...ASKED, numRuns: Math.ceil(RUNS / 5) },
  )
})
