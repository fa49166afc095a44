import type { Client, ClientBase, Pool, PoolClient } from 'pg'
import { openPool as poolOf } from '@/lib/platform/pool'
import { MIGRATIONS } from './schema'

/** Any number that no other part uses for an advisory lock. */
const MIGRATION_LOCK = 72_707_391

/** Opens the registry's connections. */
export function openPool(databaseUrl: string): Pool {
  return poolOf({ connectionString: databaseUrl, max: 10 })
}

/** Brings the schema up to date; several processes at once do it one after another. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query('create schema if not exists sandbox_registry')
    await client.query(
      'create table if not exists sandbox_registry.migration (version int primary key, sql text not null)',
    )
    const { rows } = await client.query<{ version: number; sql: string }>(
      'select version, sql from sandbox_registry.migration',
    )
    const applied = new Map(rows.map((row) => [row.version, row.sql]))
    for (const { version, sql } of MIGRATIONS) {
      const before = applied.get(version)
      if (before === undefined) await apply(client, version, sql)
      else if (before !== sql)
        throw new Error(`sandbox registry: migration ${version} was changed after it ran`)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function apply(client: ClientBase, version: number, sql: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into sandbox_registry.migration values ($1, $2)', [version, sql])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
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

/** What the handlers run their statements on. */
export type Db = Client | PoolClient
