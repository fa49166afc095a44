/** The business clock: the system's time, shifted in demonstration mode by a row of the database. */
import { type Clock, shiftedClock, systemClock } from '@/lib/kernel/clock'
import { db, type Tx } from './db'
import { freshen } from './fresh'

/** The clock of one unit of work: read it once, use its instant throughout. */
export async function businessClock(tx: Tx): Promise<Clock> {
  const row = await tx.demoClock.findUnique({ where: { id: 1 } })
  return row ? shiftedClock(Number(row.offsetMs)) : systemClock
}

/** The business instant outside a unit of work, for pages. */
export async function businessNow(): Promise<Date> {
  await freshen()
  return (await businessClock(db())).now()
}
