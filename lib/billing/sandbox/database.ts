import type { ClientBase, Pool, PoolClient } from 'pg'
import { openPool as poolOf } from '@/lib/platform/pool'
import { MIGRATIONS } from './schema'

/** Any number that no other part uses for an advisory lock. */
const MIGRATION_LOCK = 72_707_392

/** Opens the provider's connections. */
export function openPool(databaseUrl: string): Pool {
  return poolOf({ connectionString: databaseUrl, max: 8 })
}

/** Brings the schema up to date; several processes at once do it one after another. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query('create schema if not exists sandbox_pay')
    await client.query(
      'create table if not exists sandbox_pay.migration (version int primary key, sql text not null)',
    )
    const { rows } = await client.query<{ version: number; sql: string }>(
      'select version, sql from sandbox_pay.migration',
    )
    const applied = new Map(rows.map((row) => [row.version, row.sql]))
    for (const { version, sql } of MIGRATIONS) {
      const before = applied.get(version)
      if (before === undefined) await apply(client, version, sql)
      else if (before !== sql) throw new Error(`sandbox pay: migration ${version} was changed after it ran`)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function apply(client: ClientBase, version: number, sql: string): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(sql)
    await client.query('insert into sandbox_pay.migration values ($1, $2)', [version, sql])
  })
}

/** Runs `work` with one connection, given back afterwards; a connection left in an unknown state is dropped. */
export async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.release(failed)
  }
}

/** Runs `work` in a transaction; an error rolls it back and goes on. */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
