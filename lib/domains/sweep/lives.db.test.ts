import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { stepsAfter } from '../life.rule'
import { nameFor, setNow } from '../names-under-test'
import { sweepDue } from './sweep.job'

const LIVES = 100
const JUMPS = 10
const DAY = 86_400_000
const FIRST = Date.parse('2025-01-01')

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A hundred names anywhere in two years, and a clock that jumps through them. */
const world = fc.record({
  lives: fc.array(
    fc.record({
      zone: fc.constantFrom(...allZones()),
      at: fc.integer({ min: FIRST, max: FIRST + 700 * DAY }),
    }),
    { minLength: LIVES, maxLength: LIVES },
  ),
  jumps: fc.array(fc.integer({ min: 1, max: 180 * 24 }), { minLength: JUMPS, maxLength: JUMPS }),
})

test('R-NS-32 R-NS-33 R-VN-05 R-NS-38 R-HO-10 a hundred lives: the history is what the timeline had promised', async () => {
  const [{ lives, jumps } = { lives: [], jumps: [] }] = fc.sample(world, 1)
  const names = await Promise.all(
    lives.map(async ({ zone, at }) => {
      const expiresAt = new Date(at)
      return { id: await nameFor({ zone: zone.zone, expiresAt }), zone: zone.zone, expiresAt }
    }),
  )
  let now = FIRST - 30 * DAY
  for (const hours of jumps) {
    now += hours * 3_600_000
    await setNow(database, new Date(now))
    await sweepDue.sweep()
  }
  const events = await db().domainEvent.findMany({ orderBy: [{ domainId: 'asc' }, { version: 'asc' }] })
  for (const { id, zone, expiresAt } of names) {
    const happened = events.filter((event) => event.domainId === id && event.command !== 'hold').slice(2)
    const promised = stepsAfter(zoneById(zone), expiresAt).filter((step) => step.at.getTime() <= now)
    const told = `${zone} ${expiresAt.toISOString()} until ${new Date(now).toISOString()}`
    expect(
      happened.map((event) => [event.command, (event.data as { dueAt: string }).dueAt]),
      told,
    ).toEqual(promised.map((step) => [step.command, step.at.toISOString()]))
    expect(happened.every((event) => event.at >= new Date((event.data as { dueAt: string }).dueAt))).toBe(
      true,
    )
  }
})
