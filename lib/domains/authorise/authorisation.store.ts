/** Reads for update and writes of authorisations to renew. */
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { legalDay, type LegalDay } from '@/lib/kernel/days'
import { refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { RenewalAuthorisationModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import type { AuthorisationFacts, Person } from './authorisation.rule'

/** A name as an authorisation shows it. */
export interface AuthorisedNameView {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
}

/** An authorisation with its names, in the order of their names. */
export interface Authorisation extends RenewalAuthorisationModel {
  readonly names: readonly { readonly domain: AuthorisedNameView }[]
}

/** What every reading of an authorisation takes along. */
export const WITH_NAMES = {
  names: {
    orderBy: { domain: { nameUnicode: 'asc' } },
    include: { domain: { select: { id: true, nameAscii: true, nameUnicode: true, zone: true } } },
  },
} as const

/** Locks an authorisation; `not-found` when there is none. */
export async function lockAuthorisation(uow: UnitOfWork, id: string): Promise<Result<Authorisation>> {
  await uow.tx.$queryRaw`SELECT 1 FROM renewal_authorisation WHERE id = ${id}::uuid FOR UPDATE`
  const value = await uow.tx.renewalAuthorisation.findUnique({ where: { id }, include: WITH_NAMES })
  return value ? { ok: true, value } : refuse('not-found')
}

/** The local day by which an authorisation is judged as a whole: it has ended once it has for its last name. */
export function dayOf({ names }: Pick<Authorisation, 'names'>, now: Date): LegalDay {
  const days = names.map(({ domain }) => legalDay(now, zoneById(domain.zone).timeZone))
  return days.sort()[0] ?? legalDay(now, 'UTC')
}

/** The acting user with their address; null for everybody else. */
export async function personOf(tx: Tx, actor: Actor): Promise<Person | null> {
  const id = actorUserId(actor)
  const user = id ? await tx.user.findUnique({ where: { id } }) : null
  return user && { userId: user.id, email: user.email, isConfirmed: user.emailVerified !== null }
}

/** An authorisation for one certain name. */
export interface NameAuthorisation extends AuthorisationFacts {
  readonly id: string
  readonly domainId: string
}

/** What a user accepted for some names, whatever came of it, the newest first. */
export async function authorisationsOf(
  tx: Tx,
  actor: Actor,
  domainIds: readonly string[],
): Promise<readonly NameAuthorisation[]> {
  const contactId = actorUserId(actor)
  if (!contactId) return []
  const rows = await tx.authorisedName.findMany({
    where: { domainId: { in: [...domainIds] }, authorisation: { contactId } },
    include: { authorisation: true },
    orderBy: { authorisationId: 'desc' },
  })
  return rows.map(({ domainId, authorisation }) => ({ ...authorisation, domainId }))
}
