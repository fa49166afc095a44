/** What a user may renew for others, and what waits for them to be accepted (R-VN-06). */
import type { UserActor } from '@/lib/kernel/actor'
import { addDays, legalDay, type LegalDay } from '@/lib/kernel/days'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { zoneById } from '@/lib/policy/resolver'
import type { Domain } from '../domain.store'
import { decideMayRenew } from '../renew/may-renew.rule'
import { authorisationsOf, type NameAuthorisation } from './authorisation.store'

const PAGE = 20
const MOST_OFFERS = 20

export interface ForOtherRow {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly timeZone: string
  readonly expiresAt: Date | null
  readonly registrant: string
  readonly authorisationId: string
  readonly untilDay: LegalDay
  /** The code of why it does not hold today, such as that it begins later; null when it does. */
  readonly barred: string | null
}

/** Names of others that a user has accepted to renew, newest first, as long as that is not over. */
export async function forOthersView(actor: UserActor, cursor?: Cursor): Promise<Page<ForOtherRow>> {
  const now = await businessNow()
  // The earliest day that it can still be anywhere; each row is decided by its own zone's.
  const earliest = addDays(legalDay(now, 'UTC'), -1)
  const standing = { contactId: actor.userId, withdrawnAt: null, untilDay: { gte: earliest } }
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().domain.findMany({
      ...bounds,
      where: {
        openName: { not: null },
        authorisations: { some: { authorisation: standing } },
        ...bounds.where,
      },
    })
    const [authorisations, nameOf] = await Promise.all([
      authorisationsOf(
        db(),
        actor,
        rows.map(({ id }) => id),
      ),
      namesOf(rows.map(({ ownerId }) => ownerId)),
    ])
    return rows.map((row) => {
      const decided = decideMayRenew(actor, row, authorisations, now)
      const barred = decided.ok ? null : decided.refusal.code
      return { ...forOther(row, authorisations), registrant: nameOf(row.ownerId), barred }
    })
  })
}

/** The name with the authorisation that holds longest. */
function forOther(
  { id, nameAscii, nameUnicode, expiresAt, zone }: Domain,
  authorisations: readonly NameAuthorisation[],
) {
  const { id: authorisationId, untilDay } = authorisations
    .filter(({ domainId, withdrawnAt }) => domainId === id && withdrawnAt === null)
    .reduce((one, other) => (other.untilDay > one.untilDay ? other : one))
  const { timeZone } = zoneById(zone)
  return { id, nameAscii, nameUnicode, expiresAt, timeZone, authorisationId, untilDay }
}

/** The names of users by their ids. */
async function namesOf(userIds: readonly string[]): Promise<(id: string) => string> {
  const users = await db().user.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, name: true },
  })
  const byId = new Map(users.map(({ id, name }) => [id, name]))
  return (id) => byId.get(id) ?? ''
}

export interface OfferRow {
  readonly id: string
  readonly registrant: string
  readonly untilDay: LegalDay
  readonly count: number
}

/** What is offered to a user's confirmed address and waits for them, the newest first. */
export async function offersView(actor: UserActor): Promise<OfferRow[]> {
  const user = await db().user.findUnique({ where: { id: actor.userId } })
  if (!user?.emailVerified) return []
  const earliest = addDays(legalDay(await businessNow(), 'UTC'), -1)
  const rows = await db().renewalAuthorisation.findMany({
    where: { email: user.email, contactId: null, withdrawnAt: null, untilDay: { gte: earliest } },
    orderBy: { id: 'desc' },
    take: MOST_OFFERS,
    include: { _count: { select: { names: true } } },
  })
  const nameOf = await namesOf(rows.map(({ grantorId }) => grantorId))
  return rows.map(({ id, grantorId, untilDay, _count }) => ({
    ...{ id, untilDay, count: _count.names },
    registrant: nameOf(grantorId),
  }))
}
