/** The stack's database: made if missing, brought up to date. */
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { migrate } from '@/lib/platform/migrate'

/**
 * Applies the portal's and the job queue's migrations; the names of the portal's that were applied. Throws with
 * the name of the setting when the database cannot be opened.
 */
export async function migrateAll(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect().catch((error: Error) => {
    const { host, port } = client
    throw new Error(
      `DATABASE_URL: the database on ${host}:${port} cannot be opened (${error.message}): start it, or correct the address`,
    )
  })
  try {
    const applied = await migrate(client)
    await runMigrations({ connectionString: url })
    return applied
  } finally {
    await client.end()
  }
}

/** Makes the database of a server unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
}

/** Whether a migrated database has the demonstration's accounts: a process that finds it out takes seconds. */
export async function hasDemonstration(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM installation_fact WHERE key = 'demonstration'`)
    return rowCount === 1
  })
}

async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
