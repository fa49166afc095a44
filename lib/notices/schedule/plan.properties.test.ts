import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noticePlan } from '@/lib/domains/notices.rule'
import { addDays, startOfDay } from '@/lib/kernel/days'
import { allZones } from '@/lib/policy/resolver'
import { type DueNotice, dueNotices } from './plan'

const RUNS = Math.ceil(Number(process.env.LIFE_RUNS ?? 500) / 5)
const ASKED = process.env.LIFE_SEED ? { seed: Number(process.env.LIFE_SEED) } : {}
const HOUR = 3_600_000
const DAY = 24 * HOUR

const term = fc.constantFrom(...allZones()).chain((zone) => {
  const first = startOfDay(addDays(zone.versions[0]!.from.value, 1), zone.timeZone).getTime()
  return fc.record({
    zone: fc.constant(zone),
    expiresAt: fc.integer({ min: first, max: Date.parse('2060-01-01') }).map((at) => new Date(at)),
  })
})
/** Standstills of the worker: from a tick to most of a year. */
const jumps = fc.array(fc.oneof(fc.integer({ min: 1, max: 48 }), fc.integer({ min: 1, max: 250 * 24 })), {
  minLength: 1,
  maxLength: 40,
})

interface Sent {
  readonly notice: DueNotice
  readonly at: Date
}

/** What a holder gets while the clock jumps through a term and well past its end; the list is as the worker keeps it. */
function told(
  { zone, expiresAt }: { zone: { zone: string }; expiresAt: Date },
  hours: readonly number[],
): Sent[] {
  const sent: Sent[] = []
  let now = expiresAt.getTime() - 100 * DAY
  let nextAt = noticePlan(allZones().find((entry) => entry.zone === zone.zone)!, expiresAt)[0]?.at ?? null
  for (const hour of [...hours, 400 * 24]) {
    now += hour * HOUR
    const at = new Date(now)
    if (!nextAt || nextAt > at) continue
    const due = dueNotices(zone.zone, expiresAt, nextAt, at)
    sent.push(...due.send.map((notice) => ({ notice, at })))
    nextAt = due.nextAt
  }
  return sent
}

test('R-NS-17 R-NS-27 no notice early, twice or after its event; what happened is always told', () => {
  fc.assert(
    fc.property(term, jumps, (given, hours) => {
      const sent = told(given, hours)
      const keys = sent.map(({ notice }) => `${notice.kind} ${notice.days ?? ''}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { notice, at } of sent) {
        expect(at.getTime()).toBeGreaterThanOrEqual(notice.at.getTime())
        if (notice.kind !== 'suspended' && notice.kind !== 'released') {
          expect(notice.about.getTime()).toBeGreaterThan(at.getTime())
        }
        if (notice.daysLeft !== undefined) {
          const left = (notice.about.getTime() - at.getTime()) / DAY
          expect(Math.abs(notice.daysLeft - left)).toBeLessThan(2)
        }
      }
      const plan = noticePlan(given.zone, given.expiresAt)
      for (const { kind } of plan.filter(
        (notice) => notice.kind === 'suspended' || notice.kind === 'released',
      )) {
        expect(keys).toContain(`${kind} `)
      }
    }),
    { ...ASKED, numRuns: RUNS },
  )
})

test('R-NS-27 a worker that never stands still tells everything of the plan, each at its instant', () => {
  fc.assert(
    fc.property(term, (given) => {
      const plan = noticePlan(given.zone, given.expiresAt)
      let nextAt = plan[0]?.at ?? null
      const kinds: string[] = []
      while (nextAt) {
        const due = dueNotices(given.zone.zone, given.expiresAt, nextAt, nextAt)
        kinds.push(...due.send.map(({ kind, at }) => `${kind} ${at.toISOString()}`))
        nextAt = due.nextAt
      }
      expect(kinds).toEqual(plan.map(({ kind, at }) => `${kind} ${at.toISOString()}`))
    }),
    { ...ASKED, numRuns: RUNS },
  )
})
