/** Kills parts of a running portal at random moments of a story, by a seed that can be given again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureDatabase, migrateAll } from '@/lib/cli/stack/database'
import { loadDemonstration } from '@/lib/cli/stack/demonstration'
import { watchPostgres } from '@/lib/cli/stack/postgres-watch'
import { installationSecrets } from '@/lib/cli/stack/settings'
import { type PartName, startStack } from '@/lib/cli/stack/stack'
import { checkBooks } from '@/lib/billing/ledger/check'
import { closeDb, db } from '@/lib/platform/db'
import { freePorts } from '../portal'
import {
  acceptedStory,
  eventually,
  moveClockPast,
  payOnHostedPage,
  type Story,
  untilActive,
  untilHeld,
} from './story'

const VICTIMS: readonly (PartName | 'postgres')[] = ['web', 'worker', 'registry', 'payment', 'postgres']
const LATEST_MS = 1500

/** A small generator of numbers in [0, 1) that a seed fixes (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Findings {
  readonly kills: readonly string[]
  /** Everything that is not as it must be; empty when all is well. */
  readonly faults: readonly string[]
}

/** Tells `count / 2` stories, each with a kill while it is paid and one while it is allotted. */
export async function runKills(seed: number, count: number): Promise<Findings> {
  const random = seeded(seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'tenure-faults-'))
  const postgres = await watchPostgres(join(dataDir, 'postgres'))
  await ensureDatabase(postgres.server.url(), 'tenure')
  const databaseUrl = postgres.server.url('tenure')
  await migrateAll(databaseUrl)
  const secrets = installationSecrets(dataDir)
  const stack = await startStack({ ports: await freePorts(), dataDir, databaseUrl, secrets })
  const kills: string[] = []
  const killSomething = async () => {
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)]!
    await sleep(random() * LATEST_MS)
    kills.push(victim)
    // It may be starting just now after the kill before: a kill that hits nothing would be none.
    await eventually(`a kill of ${victim}`, async () => {
      const pid = victim === 'postgres' ? postgres.pid() : stack.parts[victim].pid
      return pid !== undefined && process.kill(pid, 'SIGKILL')
    })
  }
  try {
    Object.assign(process.env, stack.env)
    await loadDemonstration(stack.env)
    const stories: Story[] = []
    for (let at = 0; at < count; at += 2) stories.push(await tell(killSomething))
    return { kills, faults: await eventually('the check', () => faultsOf(stories)) }
  } finally {
    await closeDb()
    await stack.stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function tell(killSomething: () => Promise<void>): Promise<Story> {
  const story = await eventually('the accepted dossier', acceptedStory)
  const [, slot] = await Promise.all([killSomething(), payOnHostedPage(story).then(() => untilHeld(story))])
  await Promise.all([killSomething(), moveClockPast(slot).then(() => untilActive(story))])
  return story
}

/** Every acknowledged payment is there once; every name was created once; the books are right. */
async function faultsOf(stories: readonly Story[]): Promise<string[]> {
  const faults: string[] = []
  const said = await db().$queryRaw<{ id: string; times: bigint }[]>`
    SELECT p.id, count(q.id) AS times FROM sandbox_pay.payment p
    LEFT JOIN public.payment q ON q.provider_payment_id = p.id GROUP BY p.id`
  for (const { id, times } of said) if (times !== 1n) faults.push(`payment ${id} is there ${times} times`)
  for (const { name, dossierId } of stories) {
    const created = await db().$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM sandbox_registry.domain WHERE name = ${name}`
    if (created[0]?.n !== 1n) faults.push(`${name} was created ${created[0]?.n} times`)
    const domains = await db().domain.findMany({ where: { dossierId } })
    if (domains.length !== 1 || domains[0]?.status !== 'ACTIVE') faults.push(`${name} is not active once`)
  }
  const books = await checkBooks(db())
  return [...faults, ...books.map((fault) => JSON.stringify(fault))]
}
