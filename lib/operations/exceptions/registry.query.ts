/** Commands for a registry that are open too long, unknown or refused; the journal's words, no personal data. */
import { newId } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import type { RegistryCommandState } from '@/lib/platform/generated/enums'

const PAGE = 25
const LONGEST_OPEN_MINUTES = 15

export const REGISTRY_FILTERS = ['open', 'unknown', 'refused'] as const
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
}

/** Ids made before this one are those of commands that are open too long: an id begins with its system time. */
export function openTooLong(now: Date): string {
  return newId(now.getTime() - LONGEST_OPEN_MINUTES * 60_000)
}

/** Commands of the journal that want a look, newest first, 25 a page. */
export function journalExceptions(filter: RegistryFilter, cursor?: Cursor): Promise<Page<JournalException>> {
  const where = {
    open: {
      state: { in: ['QUEUED' as const, 'SENT' as const] },
      AND: { id: { lt: openTooLong(systemClock.now()) } },
    },
    unknown: { state: 'UNKNOWN' as const },
    refused: { state: 'REFUSED' as const },
  }[filter]
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().registryCommand.findMany({ ...bounds, where: { ...where, ...bounds.where } })
    const about = rows.filter((row) => row.subjectType === 'domain').map((row) => row.subjectId)
    const names = await db().domain.findMany({
      where: { id: { in: about } },
      select: { id: true, nameAscii: true },
    })
    const byId = new Map(names.map((row) => [row.id, row.nameAscii]))
    return rows.map(
      ({ id, registry, kind, state, attempts, queuedAt, settledAt, code, message, subjectId }) => ({
        ...{ id, registry, kind, state, attempts, queuedAt, settledAt, code, message },
        nameAscii: byId.get(subjectId) ?? null,
      }),
    )
  })
}
