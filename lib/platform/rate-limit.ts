/** Rate limits in the database, shared by all web processes. */
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { env } from './env'
import { log } from './log'
import { openPool } from './pool'
import { sha256 } from './seal'

export interface Limit {
  readonly name: string
  readonly points: number
  /** Length of the window in seconds. */
  readonly seconds: number
}

const kept = globalThis as { tenureLimits?: { pool: pg.Pool; byName: Map<string, RateLimiterPostgres> } }

function limiter({ name, points, seconds }: Limit): RateLimiterPostgres {
  kept.tenureLimits ??= { pool: newPool(), byName: new Map() }
  const { pool, byName } = kept.tenureLimits
  const known = byName.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  byName.set(name, made)
  return made
}

function newPool(): pg.Pool {
  return openPool({ connectionString: env().DATABASE_URL, max: 2, idleTimeoutMillis: 10_000 }, (error) =>
    log().warn({ cause: error.message }, 'rate limits: connection lost'),
  )
}

/** Takes one point for each key (hashed: keys may be mail addresses); refuses when one has none left. */
export async function takePoint(limit: Limit, keys: readonly string[]): Promise<Result<unknown>> {
  for (const key of keys) {
    try {
      await limiter(limit).consume(sha256(key))
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason
      return refuse('too-many-tries', { params: { minutes: Math.ceil(reason.msBeforeNext / 60_000) } })
    }
  }
  return ok()
}

/** Closes this module's connections. */
export async function closeLimits(): Promise<void> {
  const open = kept.tenureLimits
  kept.tenureLimits = undefined
  await open?.pool.end()
}
