import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalDay } from '@/lib/kernel/days'
import { allZones, calendarOf } from '@/lib/policy/resolver'
import { type Happened, NameOnPaper } from './name-on-paper-under-test'
import { stepsAfter } from './life.rule'
import { noticePlan } from './notices.rule'
import { LifePlanner } from './sweep/planner'

/** `LIFE_RUNS=10000` is the long run. */
const RUNS = Number(process.env.LIFE_RUNS ?? 500)
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
const expiry = fc.oneof(
  fc.integer({ min: Date.parse('2021-01-01'), max: Date.parse('2060-01-01') }),
  fc.tuple(fc.constantFrom(...hard), fc.integer({ min: -2 * DAY, max: 2 * DAY })).map(([at, by]) => at + by),
)
const deed = fc.record({
  days: fc.integer({ min: 0, max: 220 * 24 }).map((hours) => hours / 24),
  renews: fc.boolean(),
  years: fc.integer({ min: 1, max: 3 }),
})
const life = fc.record({
  zone: fc.constantFrom(...allZones()),
  expiresAt: expiry.map((at) => new Date(at)),
  deeds: fc.array(deed, { minLength: 1, maxLength: 8 }),
})

function live({
  zone,
  expiresAt,
  deeds,
}: typeof life extends fc.Arbitrary<infer T> ? T : never): NameOnPaper {
  const name = new NameOnPaper(zone, expiresAt)
  let now = expiresAt.getTime() - 100 * DAY
  for (const { days, renews, years } of deeds) {
    now += days * DAY
    name.sweep(new Date(now))
    if (renews) name.renew(new Date(now), years)
  }
  return name
}

/** The history cut into terms: what happened for each expiry. */
function terms(history: readonly Happened[]): Happened[][] {
  const cut: Happened[][] = [[]]
  for (const event of history) {
    cut.at(-1)?.push(event)
    if (event.what === 'renew') cut.push([])
  }
  return cut
}

test('R-NS-32 R-NS-33 R-VN-04 R-VN-05 R-NS-38 R-HO-10 no change early, skipped, repeated or on a closed day', () => {
  fc.assert(
    fc.property(life, (given) => {
      const name = live(given)
      const calendar = calendarOf(given.zone)
      for (const term of terms(name.history)) {
        const steps = term.flatMap((event) =>
          event.what === 'renew' ? [] : [{ ...event, step: event.what }],
        )
        const promised = steps[0] ? stepsAfter(given.zone, steps[0].expiresAt) : []
        expect(steps.map(({ step }) => step)).toEqual(promised.slice(0, steps.length))
        for (const { step, at } of steps) {
          expect(step.at.getTime()).toBeLessThanOrEqual(at.getTime())
          if (step.command === 'suspend' || step.command === 'release') {
            expect(calendar.isWorkingDay(legalDay(step.at, calendar.timeZone)).open).toBe(true)
          }
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('the steps of very many names are those of one', () => {
  const planner = new LifePlanner()
  fc.assert(
    fc.property(fc.constantFrom(...allZones()), expiry, (zone, at) => {
      const expiresAt = new Date(at)
      for (const status of [
        'ACTIVE',
        'EXPIRED',
        'SUSPENDED',
        'REDEMPTION',
        'RECLAIM',
        'PENDING_DELETE',
      ] as const) {
        const name = new NameOnPaper(zone, expiresAt)
        name.status = status
        name.sweep(new Date('2099-01-01'))
        const [first] = name.history
        expect(planner.next(zone.zone, status, expiresAt)).toEqual(first?.what)
      }
    }),
    { numRuns: Math.ceil(RUNS / 5) },
  )
})

test('R-NS-27 messages come in order, none after the release, the invitation one month before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allZones()), expiry, (zone, at) => {
      const plan = noticePlan(zone, new Date(at))
      const times = plan.map((notice) => notice.at.getTime())
      expect(times).toEqual([...times].sort((one, other) => one - other))
      expect(plan.at(-1)?.kind).toBe('released')
      expect(plan.filter((notice) => notice.kind === 'renewal-invited')).toHaveLength(1)
    }),
    { numRuns: Math.ceil(RUNS / 5) },
  )
})
