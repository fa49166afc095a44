/** Jobs on graphile-worker: enqueued inside the transaction that makes them necessary. */
import type { Tx } from './db'

export interface JobOptions {
  /** One job per key: a second one replaces the first while it waits. */
  readonly key?: string
  readonly maxAttempts?: number
  /** Jobs of one queue run one after another. */
  readonly queue?: string
  /** Earliest start, by the system clock: for retries, never for business due times. */
  readonly notBefore?: Date
}

/** Enqueues a job; it exists only if the transaction commits. Its payload holds ids, never personal data. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, string | number>>,
  { key, maxAttempts = 25, queue, notBefore }: JobOptions = {},
): Promise<void> {
  await tx.$queryRaw`
    SELECT (graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json,
      max_attempts := ${maxAttempts}::int, job_key := ${key ?? null}::text,
      queue_name := ${queue ?? null}::text, run_at := ${notBefore ?? null}::timestamptz)).id`
}

/** A job's work. Throwing repeats it later with a growing delay. */
export type JobHandler = (payload: Readonly<Record<string, string>>) => Promise<void>

export interface Job {
  readonly task: string
  readonly run: JobHandler
}

/** Work that falls due by the business clock: a sweep acts on what is due, and tells when the next is. */
export interface DueWork {
  readonly name: string
  /** The earliest instant at which something is due; null when nothing is. */
  nextDueAt(): Promise<Date | null>
  /** Acts on a batch of what is due now; the number acted on, 0 when none is left. */
  sweep(): Promise<number>
}
