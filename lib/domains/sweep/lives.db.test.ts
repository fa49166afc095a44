import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { addYears, startOfDay } from '@/lib/kernel/days'
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { drainRegistry, registryDue } from '@/lib/registry/delivery/drain.job'
import { stepsAfter } from '../life.rule'
import { askRenewal } from '../renew/ask.command'
import { owner, pay, RenewalsUnderTest } from '../renew/renewals-under-test'
import { sweepDue } from './sweep.job'

/** `LIFE_SEED` repeats a run. */
const SEED = Number(process.env.LIFE_SEED ?? systemClock.now().getTime() % 2 ** 31)
const LIVES = 100
const JUMPS = 10
const DAY = 86_400_000

let under: RenewalsUnderTest
beforeAll(async () => {
  under = await RenewalsUnderTest.start()
})
afterAll(() => under.stop())

/** Where the clock begins: through the change of .vn from one version to the next; through Tết and 29 February 2028. */
const STARTS = ['2022-01-01', '2027-06-01'] as const

const world = (zones: readonly string[], first: number) =>
  fc.record({
    lives: fc.array(
      fc.record({
        zone: fc.constantFrom(...zones),
        at: fc.oneof(
          fc.integer({ min: first, max: first + 600 * DAY }),
          // At the ends of days and around cut-overs, where a minute decides.
          fc.integer({ min: 0, max: 600 }).map((day) => first + day * DAY + 9.5 * 3_600_000),
        ),
        /** The jump after which it is renewed, if it can be, and for how long. */
        renewedAfter: fc.integer({ min: 0, max: JUMPS * 2 }),
        years: fc.integer({ min: 1, max: 2 }),
      }),
      { minLength: LIVES / 2, maxLength: LIVES / 2 },
    ),
    jumps: fc.array(fc.integer({ min: 1, max: 150 * 24 }), { minLength: JUMPS, maxLength: JUMPS }),
  })

interface Life {
  readonly id: string
  readonly zone: string
  readonly actor: UserActor
  readonly renewedAfter: number
  readonly years: number
  /** Each term with the instant of the last sweep that saw it. */
  readonly terms: { readonly expiresAt: Date; until: Date }[]
}

/** Pays for a renewal and has the registry carry it out; what is refused changes nothing. */
async function renew(life: Life, now: Date): Promise<void> {
  const items = [{ domainId: life.id, years: life.years }]
  const asked = await execute(askRenewal, { items }, { actor: life.actor })
  if (!asked.ok) return
  const renewal = await db().renewal.findUniqueOrThrow({
    where: { id: asked.value.renewalId },
    include: { items: true },
  })
  await pay(life.actor, renewal.items)
  await drainRegistry.run({})
  const last = life.terms.at(-1)!
  const expiresAt = addYears(last.expiresAt, life.years, zoneById(life.zone).timeZone)
  const { status, expiresAt: stored } = await db().domain.findUniqueOrThrow({ where: { id: life.id } })
  expect([status, stored]).toEqual(['ACTIVE', expiresAt])
  last.until = now
  life.terms.push({ expiresAt, until: now })
}

async function historyOf(id: string) {
  const events = await db().domainEvent.findMany({ where: { domainId: id }, orderBy: { version: 'asc' } })
  return events.slice(3).map(({ command, data, at }) => ({
    command,
    dueAt: (data as { dueAt?: string }).dueAt ?? null,
    at,
  }))
}

test.each(STARTS)(
  'R-NS-32 R-NS-33 R-VN-05 R-NS-38 R-HO-10 fifty lives from %s: the history is what the timeline had promised',
  async (start) => {
    process.stdout.write(`lives: seed ${SEED}\n`)
    const first = Date.parse(start)
    const zones = allZones().filter(
      (zone) => startOfDay(zone.versions[0]!.from.value, zone.timeZone).getTime() < first,
    )
    const ids = zones.map(({ zone }) => zone)
    const [given = { lives: [], jumps: [] }] = fc.sample(world(ids, first), { seed: SEED, numRuns: 1 })
    let now = first - 30 * DAY
    await under.setNow(new Date(now))
    const lives: Life[] = []
    for (const { zone, at, ...rest } of given.lives) {
      const [actor, expiresAt] = [await owner(), new Date(at)]
      const { id } = await under.name(actor, zone, expiresAt)
      lives.push({ id, zone, actor, ...rest, terms: [{ expiresAt, until: new Date(now) }] })
    }
    for (const [jump, hours] of given.jumps.entries()) {
      now += hours * 3_600_000
      const at = new Date(now)
      await under.setNow(at)
      await sweepDue.sweep()
      await registryDue.sweep()
      await drainRegistry.run({})
      for (const life of lives) life.terms.at(-1)!.until = at
      for (const life of lives.filter(({ renewedAfter }) => renewedAfter === jump)) await renew(life, at)
    }
    expect(lives.some(({ terms }) => terms.length > 1)).toBe(true)
    for (const { id, zone, terms } of lives) {
      const told = `${zone} ${terms.map(({ expiresAt }) => expiresAt.toISOString()).join(', ')} seed ${SEED}`
      const promised = terms.flatMap(({ expiresAt, until }, index) => [
        ...stepsAfter(zoneById(zone), expiresAt)
          .filter((step) => step.at <= until)
          .map((step) => [step.command, step.at.toISOString()]),
        ...(index < terms.length - 1 ? [['renew', null]] : []),
      ])
      const happened = await historyOf(id)
      expect(
        happened.map(({ command, dueAt }) => [command, dueAt]),
        told,
      ).toEqual(promised)
      expect(
        happened.every(({ dueAt, at }) => dueAt === null || at >= new Date(dueAt)),
        told,
      ).toBe(true)
    }
  },
)
