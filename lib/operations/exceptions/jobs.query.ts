/** Jobs of the queue that used up their tries. */
import { type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'

const PAGE = 25

export interface FailedJob {
  /** The queue's own number of it, as digits. */
  readonly id: string
  readonly task: string
  readonly attempts: number
  readonly lastTriedAt: Date
  /** The first line of its last error. */
  readonly problem: string
}

/** Where a page of jobs begins; jobs are numbered, so that the general cursor, which holds a UUID, does not fit. */
export interface JobCursor {
  readonly direction: 'after' | 'before'
  readonly id: string
}

/** The cursor of an address; none when it holds no number. */
export function jobCursorOf(query: {
  readonly after?: unknown
  readonly before?: unknown
}): JobCursor | undefined {
  for (const direction of ['after', 'before'] as const) {
    const id = query[direction]
    if (typeof id === 'string' && /^[1-9]\d{0,17}$/.test(id)) return { direction, id }
  }
  return undefined
}

/** Failed jobs, newest first, 25 a page. */
export function failedJobs(cursor?: JobCursor): Promise<Page<FailedJob>> {
  return readPage(cursor, PAGE, async ({ from, backward, take }) => {
    const rows = await db().$queryRawUnsafe<(Omit<FailedJob, 'problem'> & { lastError: string | null })[]>(
      `SELECT jobs.id::text, task_identifier AS task, attempts, updated_at AS "lastTriedAt", last_error AS "lastError"
       FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL
         AND ($1::bigint IS NULL OR jobs.id ${backward ? '>' : '<'} $1::bigint)
       ORDER BY jobs.id ${backward ? 'ASC' : 'DESC'} LIMIT $2`,
      from ? BigInt(from) : null,
      take,
    )
    return rows.map(({ lastError, ...row }) => ({
      ...row,
      problem: lastError?.split('\n')[0]?.slice(0, 300) ?? '',
    }))
  })
}
