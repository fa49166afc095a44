import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { isEditable } from '../declare/draft.command'
import { openForAuthorisation } from '../authorise/grant.store'
import { currentDocuments, type Dossier, lockOwnDossier } from '../dossier.store'
import { openReturn } from '../returns/return.store'
import { AUTHORISATION_DOCUMENT, attachInput, isReturnDocument, removeInput } from './document.input'

/** Every version of every document stays with the dossier (R-NS-15); this many are enough for anybody. */
const MOST_VERSIONS = 60

/** Adds a stored file to a dossier as the next version of its kind. */
export const attachDocument = defineCommand({
  name: 'dossiers.attach-document',
  permit: may('dossier.apply'),
  input: attachInput,
  async run(uow, { dossierId, ...file }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    const attachable = await decideAttach(uow, found.value, file.kind)
    if (!attachable.ok) return attachable
    const versions = await uow.tx.document.findMany({
      where: { dossierId },
      select: { kind: true, version: true },
    })
    if (versions.length >= MOST_VERSIONS)
      return refuse('too-many-documents', { params: { limit: MOST_VERSIONS } })
    const latest = Math.max(
      0,
      ...versions.filter(({ kind }) => kind === file.kind).map(({ version }) => version),
    )
    const id = newId()
    await uow.tx.document.create({
      data: {
        id,
        dossierId,
        ...file,
        version: latest + 1,
        uploadedById: actorUserId(uow.actor) ?? '',
        uploadedAt: uow.now,
      },
    })
    await uow.tx.dossier.update({ where: { id: dossierId }, data: { savedAt: uow.now } })
    await recordAudit(uow, {
      action: 'dossiers.attach-document',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { documentId: id, kind: file.kind, sha256: file.sha256 },
    })
    return ok({ documentId: id })
  },
})

/**
 * A document of the application while that can be edited; one of a return while the desk has not decided it; a written
 * authorisation while the organisation's name stands.
 */
async function decideAttach(uow: UnitOfWork, dossier: Dossier, kind: string): Promise<Result<unknown>> {
  if (kind === AUTHORISATION_DOCUMENT) return openForAuthorisation(uow, dossier)
  if (isReturnDocument(kind)) return openReturn(uow, dossier.id)
  return isEditable(dossier) ? ok() : refuse('not-now', { params: { status: dossier.status } })
}

/** Takes a document out of a dossier. It is kept in its history once the dossier was filed (R-NS-15). */
export const removeDocument = defineCommand({
  name: 'dossiers.remove-document',
  permit: may('dossier.apply'),
  input: removeInput,
  async run(uow, { dossierId, documentId }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    if (!isEditable(found.value)) return refuse('not-now', { params: { status: found.value.status } })
    const documents = currentDocuments(await uow.tx.document.findMany({ where: { dossierId } }))
    if (!documents.some((document) => document.id === documentId)) return refuse('not-found')
    await uow.tx.document.update({ where: { id: documentId }, data: { removedAt: uow.now } })
    await recordAudit(uow, {
      action: 'dossiers.remove-document',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { documentId },
    })
    return ok({ documentId })
  },
})
