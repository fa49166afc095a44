/** Commands for a registry that are lost, open too long, unknown or refused; the journal's words, no personal data. */
import { idAt } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import { type Cursor, newestFirst, type Page, type Reach, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import type { RegistryCommandState } from '@/lib/platform/generated/enums'
import type { RegistryCommandModel } from '@/lib/platform/generated/models'
import { LOST_EFFECT, lostEffects } from '@/lib/registry/delivery/lost-effects'

const PAGE = 25
const LONGEST_OPEN_MINUTES = 15

/** `lost`: effects that the registry refused and that their names still want; `refused`: all that it ever refused. */
export const REGISTRY_FILTERS = ['lost', 'unknown', 'open', 'refused'] as const
export type RegistryFilter = (typeof REGISTRY_FILTERS)[number]

export interface JournalException {
  /** The clTRID. */
  readonly id: string
  readonly registry: string
  readonly kind: string
  readonly state: RegistryCommandState
  readonly attempts: number
  readonly queuedAt: Date
  readonly settledAt: Date | null
  /** The registry's result code (RFC 5730 §3) and its message in clear; null before an answer. */
  readonly code: number | null
  readonly message: string | null
  /** The name it is about; null when it is about something else. */
  readonly nameAscii: string | null
  /** An effect that the name still wants: it can be sent again. */
  readonly isLost: boolean
}

/** Ids made before this one are those of commands that are open too long: an id begins with its system time. */
export function openTooLong(now: Date): string {
  return idAt(now.getTime() - LONGEST_OPEN_MINUTES * 60_000)
}

/** Commands of the journal that want a look, newest first, 25 a page. */
export function journalExceptions(filter: RegistryFilter, cursor?: Cursor): Promise<Page<JournalException>> {
  return readPage(cursor, PAGE, async (reach) => {
    const rows = filter === 'lost' ? await lostRows(reach) : await rowsOf(filter, reach)
    const [names, lost] = await Promise.all([
      db().domain.findMany({
        where: { id: { in: rows.flatMap((row) => (row.subjectType === 'domain' ? row.subjectId : [])) } },
        select: { id: true, nameAscii: true },
      }),
      lostEffects(
        db(),
        rows.map(({ id }) => id),
      ),
    ])
    const byId = new Map(names.map((row) => [row.id, row.nameAscii]))
    return rows.map(
      ({ id, registry, kind, state, attempts, queuedAt, settledAt, code, message, subjectId }) => ({
        ...{ id, registry, kind, state, attempts, queuedAt, settledAt, code, message },
        nameAscii: byId.get(subjectId) ?? null,
        isLost: lost.has(id),
      }),
    )
  })
}

function rowsOf(filter: Exclude<RegistryFilter, 'lost'>, reach: Reach): Promise<RegistryCommandModel[]> {
  const where = {
    open: {
      state: { in: ['QUEUED' as const, 'SENT' as const] },
      AND: { id: { lt: openTooLong(systemClock.now()) } },
    },
    unknown: { state: 'UNKNOWN' as const },
    refused: { state: 'REFUSED' as const },
  }[filter]
  const bounds = newestFirst(reach)
  return db().registryCommand.findMany({ ...bounds, where: { ...where, ...bounds.where } })
}

async function lostRows({ from, backward, take }: Reach): Promise<RegistryCommandModel[]> {
  const ids = await db().$queryRawUnsafe<{ id: string }[]>(
    `SELECT c.id::text FROM registry_command c
     WHERE ${LOST_EFFECT} AND ($1::uuid IS NULL OR c.id ${backward ? '>' : '<'} $1::uuid)
     ORDER BY c.id ${backward ? 'ASC' : 'DESC'} LIMIT $2`,
    from ?? null,
    take,
  )
  return db().registryCommand.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: backward ? 'asc' : 'desc' },
  })
}
