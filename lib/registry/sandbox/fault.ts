/** Faults asked for by rows of `sandbox_registry.fault`, for demonstrations and tests. */
import type { Pool } from 'pg'

export interface Fault {
  readonly kind: 'lose-answer' | 'drop-before' | 'refuse' | 'delay'
  readonly reason: string | null
  readonly delay_ms: number
}

/** Takes the next fault prepared for the next change of a name, if there is one left. */
export async function takeFault(pool: Pool, name: string): Promise<Fault | undefined> {
  const { rows } = await pool.query<Fault>(
    `update sandbox_registry.fault set remaining = remaining - 1 where id = (
       select id from sandbox_registry.fault where name = $1 and remaining > 0 order by id limit 1 for update)
     returning kind, reason, delay_ms`,
    [name],
  )
  return rows[0]
}
