/** Pools of database connections that outlive the loss of any of them. */
import pg from 'pg'

/**
 * Opens a pool. A connection may break at any moment, even between the server's greeting and its first query:
 * unheard, its error would end the process. Whoever queries on it next is told by that query; `onLost` hears of
 * those that were lying idle, which the pool replaces.
 */
export function openPool(options: pg.PoolConfig, onLost: (error: Error) => void = ignore): pg.Pool {
  const pool = new pg.Pool(options)
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

function ignore(): void {}
