/** Names whose life stands still: their next date could not be computed. */
import { type Cursor, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import type { DomainStatus } from '@/lib/domains/lifecycle'

const PAGE = 25

export interface NameWithoutDate {
  readonly id: string
  readonly nameUnicode: string
  readonly zone: string
  readonly status: DomainStatus
  readonly expiresAt: Date
}

/** The same words as the index of them has. */
const WITHOUT_DATE = `next_transition_at IS NULL AND renewing_id IS NULL AND expires_at IS NOT NULL
  AND released_at IS NULL`

/** Registered names that no sweep will ever meet, newest first, 25 a page. */
export function namesWithoutDate(cursor?: Cursor): Promise<Page<NameWithoutDate>> {
  return readPage(cursor, PAGE, ({ from, backward, take }) =>
    db().$queryRawUnsafe<NameWithoutDate[]>(
      `SELECT id::text, name_unicode AS "nameUnicode", zone, status::text, expires_at AS "expiresAt" FROM domain
       WHERE ${WITHOUT_DATE} AND ($1::uuid IS NULL OR id ${backward ? '>' : '<'} $1::uuid)
       ORDER BY id ${backward ? 'ASC' : 'DESC'} LIMIT $2`,
      from ?? null,
      take,
    ),
  )
}
