/** A database of its own for a test file: a copy of a migrated template on a throw-away cluster. */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { closeDb } from './db'
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { openPool } from './pool'
import { closeLimits } from './rate-limit'

/** Throw-away data needs no durability. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }

export interface TestDatabase {
  readonly url: string
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  drop(): Promise<void>
}

/**
 * Makes a migrated, empty database. `TEST_DATABASE_URL` names another server (its user must be allowed to
 * create databases); otherwise an embedded cluster is started or joined.
 */
export async function databaseCopy(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = process.env.TEST_DATABASE_URL ?? (await cluster()).url()
  const template = await templateOn(admin)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await onServer(admin, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`),
  )
  const drop = async () => {
    await onServer(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  }
  return { url: withDatabase(admin, name), drop }
}

/** The same, with this process's environment pointing at it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, drop } = await databaseCopy()
  setTestEnvironment(url)
  const pool = openPool({ connectionString: url, max: 4 })
  return {
    url,
    query: async (sql, values) => (await pool.query(sql, values)).rows as Record<string, unknown>[],
    drop: async () => {
      await pool.end()
      await closeDb()
      await closeLimits()
      await drop()
    },
  }
}

/** The throw-away cluster of this checkout; it is shared by all test files and left running for the next. */
export function cluster(): Promise<EmbeddedPostgres> {
  const checkout = createHash('sha256')
    .update(process.cwd() + (process.env.TENURE_PG_BIN ?? ''))
    .digest('hex')
    .slice(0, 12)
  return startPostgres({
    dir: join(tmpdir(), `tenure-test-${process.getuid?.() ?? 0}-${checkout}`),
    settings: FAST,
  })
}

/** Values for every variable the code under test may read. */
function setTestEnvironment(url: string): void {
  const folder = join(tmpdir(), `tenure-data-${randomUUID()}`)
  const secret = 'test-secret-test-secret-test-secret-test'
  Object.assign(process.env, {
    DATABASE_URL: url,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: secret,
    DATA_DIR: folder,
    SMTP_URL: 'smtp://127.0.0.1:1',
    EPP_PASSWORD: 'test-epp-password',
    SANDBOX_PAY_URL: 'http://127.0.0.1:1',
    SANDBOX_PAY_KEY: secret,
    SANDBOX_PAY_WEBHOOK_SECRET: secret,
    LOG_LEVEL: 'silent',
  })
}

/** The migrated template for this state of the migrations; made once, by whoever comes first. */
export async function templateOn(admin: string): Promise<string> {
  const name = `tpl_${migrationsHash()}`
  return onServer(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(7270736901)')
    const { rows } = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name])
    if (rows[0]?.datistemplate) return name
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
    await prepare(withDatabase(admin, name))
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
    return name
  })
}

async function prepare(url: string): Promise<void> {
  await onServer(url, async (client) => {
    await migrate(client)
  })
  await runMigrations({ connectionString: url })
}

function migrationsHash(): string {
  const hash = createHash('sha256')
  const dir = 'prisma/migrations'
  for (const name of readdirSync(dir).sort()) {
    if (name.endsWith('.toml')) continue
    hash.update(name).update(readFileSync(join(dir, name, 'migration.sql')))
  }
  return hash.digest('hex').slice(0, 16)
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
