/** Runs of the sweep: how much was due, what was done, and what the registry has still to do of it. */
import { systemClock } from '@/lib/kernel/clock'
import { isId } from '@/lib/kernel/ids'
import { type Cursor, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'

const PAGE = 25
/** A run that nobody closed and that no later one followed is taken for broken off after this. */
const LONGEST_RUN_MS = 60 * 60_000

export type RunState = 'running' | 'ended' | 'interrupted'

export interface Run {
  readonly id: string
  /** The business instant whose due work it carried out. */
  readonly startedAt: Date
  /** The machine's times. */
  readonly beganAt: Date
  readonly endedAt: Date | null
  readonly state: RunState
  readonly due: number
  readonly done: number
  /** Names whose next date could not be computed. */
  readonly failed: number
  /** Commands it gave the registry: without an answer yet, carried out, refused. */
  readonly open: number
  readonly answered: number
  readonly refused: number
  /** Kept back, because the name was renewed before its slot. */
  readonly notSent: number
  /** How long it took, or takes so far; null when it was broken off. */
  readonly seconds: number | null
  /** Done by step, such as `suspend`. */
  readonly steps: Readonly<Record<string, number>>
}

interface RunRow extends Omit<Run, 'state' | 'seconds'> {
  readonly isOverrun: boolean
}

/**
 * Ids of the journal begin with their system time, so that what a run queued is a range of its index on state and id.
 * `$1` is a place in the list, `$2` the one run wanted; a run not ended reaches up to the present.
 */
const SELECT = `
  WITH run AS (
    SELECT r.*, EXISTS (SELECT 1 FROM sweep_run later WHERE later.id > r.id) AS overrun,
      lpad(to_hex(floor(extract(epoch FROM began_at) * 1000)::bigint), 12, '0') AS low,
      lpad(to_hex(floor(extract(epoch FROM coalesce(ended_at, began_at + interval '1 hour')) * 1000)::bigint + 1),
        12, '0') AS high
    FROM sweep_run r WHERE %WHERE%
  ), span AS (
    SELECT run.*, (left(low, 8) || '-' || right(low, 4) || '-0000-0000-000000000000')::uuid AS first_id,
      (left(high, 8) || '-' || right(high, 4) || '-0000-0000-000000000000')::uuid AS last_id FROM run
  )
  SELECT id::text, started_at AS "startedAt", began_at AS "beganAt", ended_at AS "endedAt", due, done, failed, steps,
    overrun AS "isOverrun", %OPEN% AS open, %DONE% AS answered, %REFUSED% AS refused, %KEPT% AS "notSent"
  FROM span`
  .replace('%OPEN%', commands("'QUEUED', 'SENT', 'UNKNOWN'"))
  .replace('%DONE%', commands("'DONE'"))
  .replace('%REFUSED%', commands("'REFUSED'"))
  .replace('%KEPT%', commands("'NOT_SENT'"))

/** The number of a run's registry commands in some states, as SQL. */
function commands(states: string): string {
  return `(SELECT count(*)::int FROM registry_command c WHERE c.state IN (${states})
    AND c.id >= span.first_id AND c.id < span.last_id
    AND c.kind IN ('domain-hold', 'domain-delete', 'domain-release'))`
}

/** The runs, newest first, 25 a page. */
export function runList(cursor?: Cursor): Promise<Page<Run>> {
  return readPage(cursor, PAGE, async ({ from, backward, take }) => {
    const order = backward ? 'ASC' : 'DESC'
    const where = `($1::uuid IS NULL OR r.id ${backward ? '>' : '<'} $1::uuid) ORDER BY r.id ${order} LIMIT $2`
    const rows = await db().$queryRawUnsafe<RunRow[]>(
      `${SELECT.replace('%WHERE%', where)} ORDER BY id ${order}`,
      from ?? null,
      take,
    )
    return rows.map(asRun)
  })
}

/** One run; null when there is none. */
export async function runView(runId: string): Promise<Run | null> {
  if (!isId(runId)) return null
  const rows = await db().$queryRawUnsafe<RunRow[]>(SELECT.replace('%WHERE%', 'r.id = $1::uuid'), runId)
  return rows[0] ? asRun(rows[0]) : null
}

/** The newest run; null before the first. */
export async function latestRun(): Promise<Run | null> {
  const newest = await db().sweepRun.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return newest ? runView(newest.id) : null
}

function asRun({ isOverrun, ...row }: RunRow): Run {
  const now = systemClock.now()
  const elapsed = (row.endedAt ?? now).getTime() - row.beganAt.getTime()
  const isLeft = isOverrun || elapsed > LONGEST_RUN_MS
  const state = row.endedAt ? 'ended' : isLeft ? 'interrupted' : 'running'
  return { ...row, state, seconds: state === 'interrupted' ? null : Math.max(0, elapsed / 1000) }
}
