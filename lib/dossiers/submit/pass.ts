/** Dossiers of extensions that ask for no document: nobody has anything to review (R-HO-02). */
import { recordAudit } from '@/lib/audit/record'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { ZoneVersion } from '@/lib/policy/policy'
import { claimDeadline, tellApplicant } from '../applicant'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { lockDossier, moveDossier } from '../dossier.store'
import { documentsFor } from './complete.rule'
import { holdWhenReady } from './hold'

/** Takes a filed dossier past the desk when its extension asks for no upload; else it waits for its review. */
export async function passUnreviewed(
  uow: UnitOfWork,
  dossierId: string,
  version: ZoneVersion,
): Promise<Result<unknown>> {
  const found = await lockDossier(uow, dossierId)
  if (!found.ok) return found
  const dossier = found.value
  const documents = documentsFor(dossier.declaration as DraftDeclaration, version)
  if (documents.some((document) => document.providedBy === 'upload')) return ok()
  const moved = await moveDossier(uow, dossier, 'pass', {
    decidedAt: uow.now,
    nextTransitionAt: dossier.paidAt ? null : claimDeadline(uow, dossier, 'unpaidDays'),
  })
  if (!moved.ok) return moved
  await recordAudit(uow, { action: 'dossiers.pass', subjectType: 'dossier', subjectId: dossierId })
  if (!dossier.paidAt) await tellApplicant(uow, moved.value, 'payment-asked')
  return holdWhenReady(uow, moved.value)
}
