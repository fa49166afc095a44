/** How much waits for an operator, by list; for the landing page and the navigation. */
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import { LOST_EFFECT } from '@/lib/registry/delivery/lost-effects'
import { openTooLong } from './registry.query'
import { leftBefore } from './reviews.query'

/** The operator's lists of what went wrong. */
export const EXCEPTION_LISTS = [
  'money',
  'invoices',
  'registry',
  'messages',
  'jobs',
  'work',
  'reviews',
  'names',
] as const
export type ExceptionList = (typeof EXCEPTION_LISTS)[number]

export type ExceptionCounts = Readonly<Record<ExceptionList, number>>

/**
 * What waits for a decision or an act: of refused registry commands the effects that names still want, the others are
 * history; not money that is on its way back.
 */
export async function exceptionCounts(): Promise<ExceptionCounts> {
  const now = systemClock.now()
  const [counts] = await db().$queryRawUnsafe<Record<ExceptionList, number>[]>(
    COUNTS,
    openTooLong(now),
    leftBefore(now),
  )
  if (!counts) throw new Error('the exceptions could not be counted')
  return counts
}

/** `$1`: ids older than it are open too long; `$2`: reviews touched before it are left lying. */
const COUNTS = `
    SELECT
      (SELECT count(*)::int FROM provider_event WHERE outcome IN ('unattributed', 'return-refused')) AS money,
      (SELECT count(*)::int FROM (SELECT DISTINCT i.id FROM audit_event a JOIN invoice i ON i.id = a.subject_id::uuid
        WHERE a.action = 'billing.settle-refused' AND i.status = 'ISSUED') blocked) AS invoices,
      (SELECT count(*)::int FROM registry_command WHERE state = 'UNKNOWN'
        OR (state IN ('QUEUED', 'SENT') AND id < $1::uuid))
        + (SELECT count(*)::int FROM registry_command c WHERE ${LOST_EFFECT}) AS registry,
      (SELECT count(*)::int FROM message WHERE state = 'FAILED') AS messages,
      (SELECT count(*)::int FROM graphile_worker.jobs
        WHERE attempts >= max_attempts AND locked_at IS NULL) AS jobs,
      (SELECT count(*)::int FROM stuck_work) AS work,
      (SELECT count(*)::int FROM dossier
        WHERE status = 'IN_REVIEW' AND review_touched_at <= $2) AS reviews,
      (SELECT count(*)::int FROM domain WHERE next_transition_at IS NULL AND renewing_id IS NULL
        AND expires_at IS NOT NULL AND released_at IS NULL) AS names`

/** All of them together. */
export function totalOf(counts: ExceptionCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
