/** What tests of authorisations share: names of organisations, papers handed in, and what was granted for them. */
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must, type Result } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { nameFor } from '@/lib/domains/names-under-test'
import { startDossier } from '../declare/draft.command'
import { AUTHORISATION_DOCUMENT } from '../documents/document.input'
import { attach, freshName, person } from '../dossiers-under-test'
import { grantAuthorisation } from './grant.command'

/** Somebody who has just proved who they are, as granting wants it. */
export async function grantor(): Promise<UserActor> {
  return { ...(await person()), steppedUpAt: systemClock.now() }
}

/** Gives a name an original dossier that declares such an applicant; its id. */
export async function withDossier(
  owner: UserActor,
  domainId: string,
  applicantKind: 'INDIVIDUAL' | 'ORGANISATION' = 'ORGANISATION',
): Promise<string> {
  const { dossierId } = must(await execute(startDossier, { name: freshName() }, { actor: owner }))
  const { nameAscii, nameUnicode } = await db().domain.findUniqueOrThrow({ where: { id: domainId } })
  const declaration = { holder: { name: 'Công ty Gốm Xanh', organisationNumber: '0312345678' } }
  await db().dossier.update({
    where: { id: dossierId },
    data: { applicantKind, nameAscii, nameUnicode, declaration },
  })
  await db().domain.update({ where: { id: domainId }, data: { dossierId } })
  return dossierId
}

/** A registered name of an organisation, with a year of term left. */
export async function organisationName(
  owner: UserActor,
  zone = 'vn',
): Promise<{ id: string; name: string; dossierId: string }> {
  const expiresAt = new Date((await businessNow()).getTime() + 365 * 86_400_000)
  const id = await nameFor({ zone, expiresAt, ownerId: owner.userId })
  const { nameAscii: name } = await db().domain.findUniqueOrThrow({ where: { id } })
  return { id, name, dossierId: await withDossier(owner, id) }
}

/** Hands a written authorisation in; its document's id. */
export const handInPaper = (owner: UserActor, dossierId: string) =>
  attach(owner, dossierId, AUTHORISATION_DOCUMENT)

export interface Wanted {
  readonly domainIds: readonly string[]
  readonly documentId?: string
  readonly email?: string
  readonly fromDay: string
  readonly untilDay: string
}

/** Grants an authorisation as its form does. */
export function grant(owner: UserActor, wanted: Wanted): Promise<Result<{ authorisationId: string }>> {
  const input = { contactName: 'Lê Thị Hoa', email: `${newId()}@example.com`, documentId: newId(), ...wanted }
  return execute(grantAuthorisation, input, { actor: owner })
}

/** The address of a user. */
export async function emailOf({ userId }: UserActor): Promise<string> {
  return (await db().user.findUniqueOrThrow({ where: { id: userId } })).email
}

/** What was told about an authorisation: `template address`. */
export async function told(authorisationId: string): Promise<string[]> {
  const rows = await db().message.findMany({ where: { subjectId: authorisationId }, orderBy: { id: 'asc' } })
  return rows.map(({ template, address }) => `${template} ${address}`)
}
