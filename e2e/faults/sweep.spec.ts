import { spawn } from 'node:child_process'
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

const test = testWithDatabase()

/** `KILLS_SEED` repeats a run; the long run (`npm run faults`) has a quarter as many kills here as in the story. */
const SEED = Number(process.env.KILLS_SEED ?? randomInt(2 ** 31))
const KILLS = Math.ceil(Number(process.env.KILLS ?? 20) / 4)
const NAMES = 300
const LATEST_MS = 2500

test(`${KILLS} kills of a sweep change nothing in its result`, async ({ database }) => {
  test.setTimeout(20 * 60_000)
  process.stdout.write(`sweep kills: seed ${SEED}\n`)
  const random = seeded(SEED)
  const names = await someNames(random)
  await setNow(database, new Date('2027-12-01T00:00:00Z'))
  for (let kill = 0; kill < KILLS; kill++) await sweepAndKill(random() * LATEST_MS)
  expect(await (await sweeper()).ended).toBe(0)
  await expectWholeLives(database, names)
})

interface Named {
  readonly id: string
  readonly zone: string
  readonly expiresAt: Date
}

/** Names of every zone whose whole life lies before the clock. */
async function someNames(random: () => number): Promise<readonly Named[]> {
  const names: Named[] = []
  for (let count = 0; count < NAMES; count++) {
    const zone = allZones()[count % allZones().length]?.zone ?? 'vn'
    const expiresAt = new Date(Date.parse('2024-01-01') + Math.floor(random() * 900 * 86_400_000))
    names.push({ id: await nameFor({ zone, expiresAt }), zone, expiresAt })
  }
  return names
}

async function sweeper() {
  const child = spawn('node_modules/.bin/tsx', ['e2e/faults/sweep-worker.ts'], {
    stdio: 'inherit',
    detached: true,
  })
  return { child, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

/** The whole process group, for the runner starts a process of its own. */
async function sweepAndKill(afterMs: number): Promise<void> {
  const { child, ended } = await sweeper()
  await Promise.race([sleep(afterMs), ended])
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await ended
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
