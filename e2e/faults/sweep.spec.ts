import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { stepsAfter } from '@/lib/domains/life.rule'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import type { TestDatabase } from '@/lib/platform/test-database'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { testWithDatabase } from './database'
import { seeded } from './kills'
import { eventually } from './story'

const test = testWithDatabase()

/** `KILLS_SEED` repeats a run; the long run (`npm run faults`) has a quarter as many kills here as in the story. */
const SEED = Number(process.env.KILLS_SEED ?? randomInt(2 ** 31))
const KILLS = Math.ceil(Number(process.env.KILLS ?? 20) / 4)
const NAMES = KILLS * 300
/** More than this would wait longer for a connection than a transaction may. */
const AT_ONCE = 200
const LATEST_MS = 150
const BEGIN = Date.parse('2024-01-01')
const END = Date.parse('2027-12-01')

test(`${KILLS} kills of the worker during sweeps change nothing in their result`, async ({ database }) => {
  test.setTimeout(20 * 60_000)
  process.stdout.write(`sweep kills: seed ${SEED}\n`)
  const random = seeded(SEED)
  const names = await someNames(database, random)
  let brokenOff = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    await setNow(database, new Date(BEGIN + ((END - BEGIN) * kill) / (KILLS + 1)))
    if (await sweepAndKill(database, random() * LATEST_MS)) brokenOff++
  }
  expect(brokenOff, 'kills that left something due').toBeGreaterThan(0)
  await setNow(database, new Date(END))
  const worker = startWorker()
  await eventually('everything due done', async () => (await dueCount(database)) === 0)
  // What it gave the registry has nobody to take it here.
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  await expectWholeLives(database, names)
})

interface Named {
  readonly id: string
  readonly zone: string
  readonly expiresAt: Date
}

/** Names of every zone whose whole life lies before the end; what else falls due of them is not this test's. */
async function someNames(database: TestDatabase, random: () => number): Promise<readonly Named[]> {
  const wanted = Array.from({ length: NAMES }, (_none, count) => ({
    zone: allZones()[count % allZones().length]?.zone ?? 'vn',
    expiresAt: new Date(BEGIN + Math.floor(random() * 900 * 86_400_000)),
  }))
  const names: Named[] = []
  for (let done = 0; done < wanted.length; done += AT_ONCE) {
    const some = wanted.slice(done, done + AT_ONCE)
    names.push(...(await Promise.all(some.map(async (name) => ({ ...name, id: await nameFor(name) })))))
  }
  await database.query('UPDATE domain SET next_notice_at = NULL')
  return names
}

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['dist/worker.js'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function dueCount(database: TestDatabase): Promise<number> {
  const [row] = await database.query(
    `SELECT count(*)::int AS n FROM domain WHERE next_transition_at <=
       (SELECT now() + offset_ms * interval '1 millisecond' FROM demo_clock)`,
  )
  return Number(row?.n)
}

/** Kills a worker so long after its sweep began; whether that left anything undone. */
async function sweepAndKill(database: TestDatabase, afterMs: number): Promise<boolean> {
  const runs = async () => (await database.query('SELECT id FROM sweep_run')).length
  const before = await runs()
  const worker = startWorker()
  while ((await runs()) === before) await sleep(5)
  await sleep(afterMs)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  return (await dueCount(database)) > 0
}

/** Every name went through exactly what its timeline had promised, and its registry was asked as often. */
async function expectWholeLives(database: TestDatabase, names: readonly Named[]): Promise<void> {
  const events = await database.query(
    `SELECT domain_id AS id, array_agg(command || ' ' || (data ->> 'dueAt') ORDER BY version) AS steps
     FROM domain_event WHERE data ? 'dueAt' GROUP BY domain_id`,
  )
  const happened = new Map(events.map((row) => [row.id, row.steps]))
  for (const { id, zone, expiresAt } of names) {
    const promised = stepsAfter(zoneById(zone), expiresAt).map(
      ({ command, at }) => `${command} ${at.toISOString()}`,
    )
    expect(happened.get(id), `${zone} ${expiresAt.toISOString()}`).toEqual(promised)
  }
  const [twice] = await database.query(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM registry_command GROUP BY subject_id, kind HAVING count(*) > 1) AS more`,
  )
  expect(twice).toEqual({ n: 0 })
}
