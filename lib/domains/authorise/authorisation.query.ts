/** Authorisations as their two sides see them; for everybody else there are none. */
import type { UserActor } from '@/lib/kernel/actor'
import type { LegalDay } from '@/lib/kernel/days'
import { isId } from '@/lib/kernel/ids'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { type AuthorisationState, authorisationState, partIn } from './authorisation.rule'
import {
  type Authorisation,
  type AuthorisedNameView,
  dayOf,
  personOf,
  WITH_NAMES,
} from './authorisation.store'

const PAGE = 20

export interface AuthorisationRow {
  readonly id: string
  readonly state: AuthorisationState
  readonly contactName: string
  readonly email: string
  readonly fromDay: LegalDay
  readonly untilDay: LegalDay
  readonly documentId: string
  readonly grantedAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly names: readonly AuthorisedNameView[]
}

function rowOf(authorisation: Authorisation, now: Date): AuthorisationRow {
  const { id, contactName, email, fromDay, untilDay, documentId, grantedAt, acceptedAt } = authorisation
  return {
    ...{ id, contactName, email, fromDay, untilDay, documentId, grantedAt, acceptedAt },
    withdrawnAt: authorisation.withdrawnAt,
    state: authorisationState(authorisation, dayOf(authorisation, now)),
    names: authorisation.names.map(({ domain }) => domain),
  }
}

/** What a user granted, newest first. */
export async function grantedView({ userId }: UserActor, cursor?: Cursor): Promise<Page<AuthorisationRow>> {
  const now = await businessNow()
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().renewalAuthorisation.findMany({
      ...bounds,
      where: { grantorId: userId, ...bounds.where },
      include: WITH_NAMES,
    })
    return rows.map((row) => rowOf(row, now))
  })
}

const LATEST = 5

/** The latest of what a user granted for one name of theirs. */
export async function grantedFor({ userId }: UserActor, domainId: string): Promise<AuthorisationRow[]> {
  const now = await businessNow()
  const rows = await db().renewalAuthorisation.findMany({
    where: { grantorId: userId, names: { some: { domainId } } },
    orderBy: { id: 'desc' },
    take: LATEST,
    include: WITH_NAMES,
  })
  return rows.map((row) => rowOf(row, now))
}

export interface AuthorisationView extends AuthorisationRow {
  readonly part: 'grantor' | 'contact'
  readonly grantor: string
  /** Whether the grantor withdrew it; otherwise the contact gave it up. Null while it was not. */
  readonly wasWithdrawn: boolean | null
  readonly now: Date
}

/**
 * One authorisation for its grantor or its contact. `unconfirmed`: it is offered to an address that the reader has
 * still to confirm, and nothing of it is told before; null for everybody else as for none.
 */
export async function authorisationView(
  actor: UserActor,
  id: string,
): Promise<AuthorisationView | 'unconfirmed' | null> {
  const person = await personOf(db(), actor)
  if (!isId(id) || !person) return null
  const row = await db().renewalAuthorisation.findUnique({ where: { id }, include: WITH_NAMES })
  const part = row && partIn(row, person)
  if (!row || !part) return null
  if (part === 'contact' && !person.isConfirmed) return 'unconfirmed'
  const [now, grantor] = await Promise.all([
    businessNow(),
    db().user.findUnique({ where: { id: row.grantorId }, select: { name: true } }),
  ])
  const wasWithdrawn = row.withdrawnBy ? row.withdrawnBy === `user:${row.grantorId}` : null
  return { ...rowOf(row, now), part, grantor: grantor?.name ?? '', wasWithdrawn, now }
}
