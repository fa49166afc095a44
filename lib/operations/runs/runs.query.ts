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

/** One row for each run that `%WHERE%` takes, with what the registry has come to of its commands. */
const SELECT = `
  SELECT r.id::text, started_at AS "startedAt", began_at AS "beganAt", ended_at AS "endedAt", due, done, failed, steps,
    EXISTS (SELECT 1 FROM sweep_run later WHERE later.id > r.id) AS "isOverrun",
    c.open, c.answered, c.refused, c."notSent"
  FROM sweep_run r CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN ('QUEUED', 'SENT', 'UNKNOWN'))::int AS open,
      count(*) FILTER (WHERE state = 'DONE')::int AS answered,
      count(*) FILTER (WHERE state = 'REFUSED')::int AS refused,
      count(*) FILTER (WHERE state = 'NOT_SENT')::int AS "notSent"
    FROM registry_command WHERE run_id = r.id
  ) c WHERE %WHERE%`

/** The runs, newest first, 25 a page. */
export function runList(cursor?: Cursor): Promise<Page<Run>> {
  return readPage(cursor, PAGE, async ({ from, backward, take }) => {
    const order = backward ? 'ASC' : 'DESC'
    const where = `($1::uuid IS NULL OR r.id ${backward ? '>' : '<'} $1::uuid) ORDER BY r.id ${order} LIMIT $2`
    const rows = await db().$queryRawUnsafe<RunRow[]>(SELECT.replace('%WHERE%', where), from ?? null, take)
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
