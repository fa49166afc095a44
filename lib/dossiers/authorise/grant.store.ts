/** What an authorisation to renew is granted by: names with the kind of their applicant, and the written paper. */
import { ok, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { DomainModel, DossierModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { AUTHORISATION_DOCUMENT } from '../documents/document.input'
import { decideNameToAuthorise, type NameToAuthorise, type Paper } from './grant.rule'

type Name = Pick<DomainModel, 'nameUnicode' | 'ownerId' | 'openName' | 'expiresAt' | 'dossierId'>

function toAuthorise(
  { nameUnicode, ownerId, openName, expiresAt }: Name,
  dossier: Pick<DossierModel, 'applicantKind'> | undefined,
): NameToAuthorise {
  const isStanding = openName !== null && expiresAt !== null
  return { nameUnicode, ownerId, isStanding, applicantKind: dossier?.applicantKind ?? null }
}

/** Names with the kind of applicant that their original dossiers declare. */
export async function namesToAuthorise<T extends Name>(
  tx: Tx,
  domains: readonly T[],
): Promise<readonly (T & NameToAuthorise)[]> {
  const dossiers = await tx.dossier.findMany({
    where: { id: { in: domains.map(({ dossierId }) => dossierId) } },
    select: { id: true, applicantKind: true },
  })
  return domains.map((domain) => ({
    ...domain,
    ...toAuthorise(
      domain,
      dossiers.find(({ id }) => id === domain.dossierId),
    ),
  }))
}

/** Whether a written authorisation may be handed in to a dossier: its name stands and is an organisation's. */
export async function openForAuthorisation(uow: UnitOfWork, dossier: DossierModel): Promise<Result<unknown>> {
  const domain = await uow.tx.domain.findUnique({ where: { dossierId: dossier.id } })
  const name = domain ? toAuthorise(domain, dossier) : undefined
  const decided = decideNameToAuthorise(name, dossier.ownerId)
  return decided.ok ? ok() : decided
}

/** A document as the written authorisation for names of these dossiers; null when it is none. */
export async function paperOf(
  tx: Tx,
  documentId: string,
  dossierIds: readonly string[],
): Promise<Paper | null> {
  const document = await tx.document.findFirst({
    where: { id: documentId, kind: AUTHORISATION_DOCUMENT, removedAt: null },
  })
  if (!document) return null
  const used = await tx.renewalAuthorisation.findUnique({ where: { documentId }, select: { id: true } })
  return {
    uploadedById: document.uploadedById,
    isWithNames: dossierIds.includes(document.dossierId),
    isUsed: used !== null,
  }
}
