/**
 * Due work that could not be carried out: set aside for a pause that grows with each try, so that it blocks nothing
 * behind it, and kept on a list for operators until it works. By the machine's clock.
 */
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { db } from './db'
import { log } from './log'

/** In place of a row's id: the whole kind of work. */
export const WHOLE = ''

const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 600
const LONGEST_PROBLEM = 300

/** What of a kind of work is set aside: `paused` is left alone, `ready` wants its next try. */
export interface Aside {
  readonly paused: ReadonlySet<string>
  readonly ready: ReadonlySet<string>
}

/** What is set aside of a kind of work. */
export async function asideOf(work: string): Promise<Aside> {
  const rows = await db().stuckWork.findMany({ where: { work }, select: { subjectId: true, retryAt: true } })
  const now = systemClock.now()
  const idsOf = (isPaused: boolean) =>
    rows.flatMap(({ subjectId, retryAt }) => (retryAt > now === isPaused ? subjectId : []))
  return { paused: new Set(idsOf(true)), ready: new Set(idsOf(false)) }
}

/** Sets a row, or the whole kind of work, aside after a try that failed; `cause` is an error or a refusal's code. */
export async function setAside(work: string, subjectId: string, cause: unknown): Promise<void> {
  log().error({ err: cause, work, subjectId }, 'due work could not be carried out')
  const now = systemClock.now()
  await db().$executeRaw`
    INSERT INTO stuck_work AS s (id, work, subject_id, tries, problem, since, tried_at, retry_at)
    VALUES (${newId()}::uuid, ${work}, ${subjectId}, 1, ${problemOf(cause)}, ${now}, ${now},
      ${now}::timestamptz + make_interval(secs => ${FIRST_PAUSE_SECONDS}))
    ON CONFLICT (work, subject_id) DO UPDATE SET tries = s.tries + 1, problem = excluded.problem, tried_at = ${now},
      retry_at = ${now}::timestamptz + make_interval(secs =>
        least(${LONGEST_PAUSE_SECONDS}, ${FIRST_PAUSE_SECONDS} * 2 ^ least(s.tries, 20)))`
}

/** It works again: nothing is left to look at. */
export async function takeBack(work: string, subjectIds: readonly string[]): Promise<void> {
  await db().stuckWork.deleteMany({ where: { work, subjectId: { in: [...subjectIds] } } })
}

/** The last line of an error says what was wrong; the ones before it say where. */
function problemOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.trim().split('\n').at(-1)?.trim().slice(0, LONGEST_PROBLEM) ?? ''
}
