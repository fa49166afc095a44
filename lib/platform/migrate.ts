/** Applies `prisma/migrations` the way `prisma migrate deploy` does, so that a start needs no Prisma CLI. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/** The advisory lock that Prisma's own schema engine takes. */
const LOCK = 72707369

/** Applies what is missing, in order, on one session. Throws when one fails or was edited after it ran. */
export async function migrate(client: pg.ClientBase, dir = 'prisma/migrations'): Promise<string[]> {
  await client.query(`SELECT pg_advisory_lock(${LOCK})`)
  try {
    await client.query(TABLE)
    const done = await appliedMigrations(client)
    const applied: string[] = []
    for (const name of migrationNames(dir)) {
      const sql = readFileSync(join(dir, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      if (done.has(name)) {
        if (done.get(name) !== checksum) throw new Error(`migration ${name} was edited after it was applied`)
        continue
      }
      await apply(client, name, sql, checksum)
      applied.push(name)
    }
    return applied
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => undefined)
  }
}

/**
 * Throws when the database of `url` lacks a migration, with the fix: a process that starts too early would
 * fail at each request instead. A database that cannot be reached now may come up later, so that passes.
 */
export async function requireMigrated(url: string, dir = 'prisma/migrations'): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch {
    return
  }
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found`,
    )
    const done = rows[0]?.found ? await appliedMigrations(client) : new Map()
    const missing = migrationNames(dir).filter((name) => !done.has(name))
    if (missing.length > 0) {
      throw new Error(`the database is not up to date (${missing.join(', ')}): run \`npm run migrate\` first`)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

function migrationNames(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, 'migration.sql')))
    .sort()
}

async function appliedMigrations(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{
    migration_name: string
    checksum: string
    finished_at: Date | null
    rolled_back_at: Date | null
  }>('SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations"')
  const failed = rows.find((row) => !row.finished_at && !row.rolled_back_at)
  if (failed) throw new Error(`migration ${failed.migration_name} failed earlier (P3009): resolve it first`)
  const live = rows.filter((row) => row.finished_at && !row.rolled_back_at)
  return new Map(live.map((row) => [row.migration_name, row.checksum]))
}

/** The migration and its row commit together: a kill in between leaves neither. */
async function apply(client: pg.ClientBase, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
