import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { currentDocuments } from '../dossier.store'
import { identityInput, verdictInput } from './review.input'
import { decideIdentity } from './review.rule'
import { lockOwnReview, touchReview } from './review.store'

/** Gives one document its verdict. A rejecting one needs a reason. */
export const giveVerdict = defineCommand({
  name: 'dossiers.give-verdict',
  permit: may('dossier.review'),
  input: verdictInput,
  async run(uow, { dossierId, documentId, verdict, reason, note }) {
    const found = await lockOwnReview(uow, dossierId)
    if (!found.ok) return found
    const documents = currentDocuments(await uow.tx.document.findMany({ where: { dossierId } }))
    if (!documents.some((document) => document.id === documentId)) return refuse('not-found')
    if (verdict === 'REJECTED' && !reason) return refuse('reason-needed', { field: 'reason' })
    await uow.tx.verdict.create({
      data: {
        id: newId(),
        documentId,
        verdict,
        reason: verdict === 'REJECTED' ? (reason ?? null) : null,
        note: note || null,
        reviewerId: found.value.agentId,
        at: uow.now,
      },
    })
    await touchReview(uow, dossierId)
    await recordAudit(uow, {
      action: 'dossiers.give-verdict',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { documentId, verdict, reason: reason ?? null },
    })
    return ok({ dossierId })
  },
})

/** Compares the number the agent reads on the copy with the declared one (R-NS-13). */
export const compareIdentity = defineCommand({
  name: 'dossiers.compare-identity',
  permit: may('dossier.review'),
  input: identityInput,
  async run(uow, { dossierId, number }) {
    const found = await lockOwnReview(uow, dossierId)
    if (!found.ok) return found
    const { holder } = found.value.dossier.declaration as DraftDeclaration
    const same = decideIdentity(holder?.identityNumber ?? holder?.organisationNumber ?? '', number)
    if (!same.ok) return same
    await uow.tx.dossier.update({ where: { id: dossierId }, data: { identityChecked: true } })
    await touchReview(uow, dossierId)
    await recordAudit(uow, {
      action: 'dossiers.compare-identity',
      subjectType: 'dossier',
      subjectId: dossierId,
    })
    return ok({ dossierId })
  },
})
