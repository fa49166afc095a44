/** One transaction with one instant and one actor. A refusal rolls it back; a conflict repeats it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { ok, type Refusal, type Result } from '@/lib/kernel/result'
import { businessClock } from './business-clock'
import { db, type Tx } from './db'
import { freshen } from './fresh'

export interface UnitOfWork {
  readonly tx: Tx
  /** The business instant: terms, slots, notices, invoices. */
  readonly now: Date
  /** The machine's instant: sessions, leases, rate limits. */
  readonly systemNow: Date
  readonly actor: Actor
  readonly requestId: string
}

/** Carries a refusal out of a transaction so that it is rolled back. */
class RefusedSignal extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${refusal.code}`)
  }
}

const MAX_TRIES = 6

/**
 * Runs `work` in a transaction. `ok` commits; a refusal rolls back and is handed back. Serialization failures
 * and deadlocks are repeated from the start, so `work` must have no effect outside the transaction.
 */
export async function inUnitOfWork<T>(
  { timeoutMs, ...by }: { actor: Actor; requestId: string; timeoutMs?: number | undefined },
  work: (uow: UnitOfWork) => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Before the transaction opens: it must not wait for a second connection.
      await freshen()
      return await db().$transaction(
        async (tx) => {
          const clock = await businessClock(tx)
          const uow = { ...by, tx, now: clock.now(), systemNow: systemClock.now() }
          const result = await work(uow)
          if (!result.ok) throw new RefusedSignal(result.refusal)
          return ok(result.value)
        },
        timeoutMs ? { timeout: timeoutMs } : {},
      )
    } catch (error) {
      if (error instanceof RefusedSignal) return { ok: false, refusal: error.refusal }
      if (attempt >= MAX_TRIES || !isConflict(error)) throw error
      await sleep(attempt * 20 * (1 + Math.random()))
    }
  }
}

/** SQLSTATE of a database error in any of the forms that Prisma and its adapter give it. */
export function sqlState(error: unknown): string | undefined {
  const seen = error as {
    code?: string
    cause?: { originalCode?: string; code?: string }
    meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string; code?: string } } }
  }
  const cause = seen.meta?.driverAdapterError?.cause ?? seen.cause
  return cause?.originalCode ?? cause?.code ?? seen.meta?.code
}

/** Serialization failure, deadlock, or Prisma's own name for them. */
function isConflict(error: unknown): boolean {
  const state = sqlState(error)
  return (error as { code?: string }).code === 'P2034' || state === '40001' || state === '40P01'
}
