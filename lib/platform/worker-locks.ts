/**
 * graphile-worker keeps the jobs of a killed worker locked for four hours. So each worker holds a session
 * advisory lock for its id: an id whose lock is free belongs to a dead worker, and its jobs are released.
 */
import type { WorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { oneByOne } from './one-by-one'

/** A job locked for less than this may belong to a worker that is just registering. */
const GRACE_SECONDS = 5

export class WorkerLocks {
  private readonly next = oneByOne()

  private constructor(private readonly client: pg.Client) {}

  /** Opens the session whose end frees the locks; `onLost` hears when that end comes unasked. */
  static async open(connectionString: string, onLost: () => void): Promise<WorkerLocks> {
    const client = new pg.Client({ connectionString })
    client.once('error', onLost)
    await client.connect()
    return new WorkerLocks(client)
  }

  /** Registers a worker of this process; graphile-worker makes several at once. */
  async register(workerId: string): Promise<void> {
    await this.query('SELECT pg_advisory_lock_shared(hashtextextended($1, 0))', [workerId])
  }

  /** Releases the jobs of workers that are gone; the ids of those. */
  async releaseDead(utils: WorkerUtils): Promise<string[]> {
    const { rows } = await this.query<{ id: string }>(
      `SELECT DISTINCT locked_by AS id FROM (
         SELECT locked_by, locked_at FROM graphile_worker._private_jobs
         UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues) locked
       WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1)`,
      [GRACE_SECONDS],
    )
    const dead: string[] = []
    for (const { id } of rows) {
      const free = await this.query<{ free: boolean }>(
        `SELECT NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory'
           AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)) AS free`,
        [id],
      )
      if (free.rows[0]?.free) dead.push(id)
    }
    if (dead.length > 0) await utils.forceUnlockWorkers(dead)
    return dead
  }

  private query<Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    return this.next(() => this.client.query<Row>(text, values))
  }

  async close(): Promise<void> {
    await this.client.end()
  }
}
