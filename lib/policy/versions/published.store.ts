/** Keeps a process's published versions as fresh as the database: looked at once a second at most. */
import { db } from '@/lib/platform/db'
import { published, putPublished } from './published'

/** How old the set may be; whoever publishes gives every process this long before the dates are recomputed. */
export const FRESH_MS = 1000

interface Check {
  /** By the process's own steady clock, in milliseconds. */
  at: number
  running?: Promise<void> | undefined
}

const kept = globalThis as { tenurePolicyCheck?: Check }

function lastCheck(): Check {
  kept.tenurePolicyCheck ??= { at: Number.NEGATIVE_INFINITY }
  return kept.tenurePolicyCheck
}

/** Reads what was published since the last look. Callers that come meanwhile wait for the same answer. */
export async function refreshPublished(): Promise<void> {
  const check = lastCheck()
  if (check.running) return check.running
  const now = performance.now()
  if (now - check.at < FRESH_MS) return
  check.running = load()
    .then(() => {
      check.at = now
    })
    .finally(() => {
      check.running = undefined
    })
  return check.running
}

/** The next decision looks again: what this process publishes itself, its next page shows. */
export function lookAgain(): void {
  lastCheck().at = Number.NEGATIVE_INFINITY
}

async function load(): Promise<void> {
  // Rows are never taken back, so their number alone tells whether there is another.
  const [found] = await db().$queryRaw<{ stamp: string }[]>`
    SELECT count(*) || ' ' || coalesce(max(published_at)::text, '') AS stamp
    FROM policy_version WHERE state = 'PUBLISHED'`
  const stamp = found?.stamp ?? ''
  if (stamp === published().stamp) return
  const versions = await db().policyVersion.findMany({
    where: { state: 'PUBLISHED' },
    orderBy: [{ zone: 'asc' }, { from: 'asc' }],
    select: { zone: true, content: true },
  })
  putPublished({ stamp, versions })
}
