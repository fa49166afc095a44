import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { advanceDemonstration, completeDemonstration } from './demonstration.command'
import { readProgress, writeProgress } from './demonstration.store'
import { moveClock } from './move-clock.command'

const setup = { actor: { kind: 'setup' } } as const
const target = '2100-01-01T00:00:00Z'
const DAY_MS = 86_400_000

let database: TestDatabase
beforeAll(async () => {
  process.env.DEMO = '1'
  database = await testDatabase()
  await db().installationFact.create({ data: { key: 'demonstration', value: {} } })
})
afterAll(() => database.drop())

beforeEach(async () => {
  await db().clockMove.deleteMany()
  await db().demoClock.deleteMany()
  await db().demoClock.create({ data: { id: 1, offsetMs: BigInt(-30 * DAY_MS) } })
  await writeProgress(db(), { done: 3 })
})

const offset = async () => (await db().demoClock.findUniqueOrThrow({ where: { id: 1 } })).offsetMs

test('while the demonstration loads, nobody but its story moves the clock', async () => {
  const refused = await execute(moveClock, { target }, setup)
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'demonstration-loading' } })
  expect(await db().clockMove.count()).toBe(0)
  const inThePast = new Date(Date.parse(target) - 100 * 365 * DAY_MS).toISOString()
  expect(await execute(advanceDemonstration, { target: inThePast }, setup)).toMatchObject({
    refusal: { code: 'clock-not-back' },
  })
})

test('its end leaves the clock at the present, and to the operator', async () => {
  expect(await execute(completeDemonstration, {}, setup)).toMatchObject({ ok: true })
  expect(await offset()).toBe(0n)
  expect(await readProgress(db())).toMatchObject({ done: 3, loadedAt: expect.any(String) })
  expect(await execute(advanceDemonstration, { target }, setup)).toMatchObject({
    refusal: { code: 'clock-not-movable' },
  })
  const soon = '2030-01-01T00:00:00Z'
  expect(await execute(moveClock, { target: soon }, setup)).toMatchObject({ ok: true })
})

test('a clock that is ahead already is not set back by the end', async () => {
  await db().demoClock.update({ where: { id: 1 }, data: { offsetMs: 5n } })
  expect(await execute(completeDemonstration, {}, setup)).toMatchObject({ ok: true })
  expect(await offset()).toBe(5n)
})
