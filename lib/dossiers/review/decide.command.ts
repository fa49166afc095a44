import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { newId } from '@/lib/kernel/ids'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { claimDeadline, tellApplicant } from '../applicant'
import { moveDossier } from '../dossier.store'
import { endDossier } from '../submit/end'
import { holdWhenReady } from '../submit/hold'
import { askInput, refuseInput, reviewInput } from './review.input'
import { decideAccept } from './review.rule'
import { lockOwnReview, lockUnderReview } from './review.store'

/** Accepts a dossier as valid. Paid already: the hold is placed at once; else payment is asked (R-NS-08, 25). */
export const acceptDossier = defineCommand({
  name: 'dossiers.accept',
  permit: may('dossier.review'),
  input: reviewInput,
  async run(uow, { dossierId }) {
    const found = await lockUnderReview(uow, dossierId)
    if (!found.ok) return found
    const { dossier, state, agentId } = found.value
    const decided = decideAccept(state, agentId)
    if (!decided.ok) return decided
    const moved = await moveDossier(uow, dossier, 'accept', {
      decidedAt: uow.now,
      decidedById: agentId,
      nextTransitionAt: dossier.paidAt ? null : claimDeadline(uow, dossier, 'unpaidDays'),
    })
    if (!moved.ok) return moved
    await tellApplicant(uow, moved.value, 'dossier-accepted')
    if (!dossier.paidAt) await tellApplicant(uow, moved.value, 'payment-asked')
    await recordAudit(uow, { action: 'dossiers.accept', subjectType: 'dossier', subjectId: dossierId })
    const held = await holdWhenReady(uow, moved.value)
    return held.ok ? ok({ dossierId }) : held
  },
})

/** Asks the applicant for more, with typed reasons; the place in the order is kept. */
export const askForMore = defineCommand({
  name: 'dossiers.ask',
  permit: may('dossier.review'),
  input: askInput,
  async run(uow, { dossierId, reasons }) {
    const found = await lockOwnReview(uow, dossierId)
    if (!found.ok) return found
    const { dossier, agentId } = found.value
    const dueAt = claimDeadline(uow, dossier, 'correctionDays')
    const moved = await moveDossier(uow, dossier, 'ask', { nextTransitionAt: dueAt, identityChecked: false })
    if (!moved.ok) return moved
    const requestId = newId()
    await uow.tx.actionRequest.create({
      data: { id: requestId, dossierId, askedById: agentId, askedAt: uow.now, dueAt, reasons },
    })
    await tellApplicant(uow, moved.value, 'action-needed', { due: dueAt.toISOString() }, requestId)
    await recordAudit(uow, {
      action: 'dossiers.ask',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { reasons: reasons.map((entry) => entry.reason).join(' ') },
    })
    return ok({ dossierId })
  },
})

/** Refuses a dossier on a ground of R-NS-07; what was paid becomes credit. */
export const refuseDossier = defineCommand({
  name: 'dossiers.refuse',
  permit: may('dossier.review'),
  input: refuseInput,
  async run(uow, { dossierId, ground, note }) {
    const found = await lockOwnReview(uow, dossierId)
    if (!found.ok) return found
    const patch = { ground, groundNote: note, decidedAt: uow.now, decidedById: found.value.agentId }
    const ended = await endDossier(uow, found.value.dossier, {
      command: 'refuse',
      template: 'dossier-refused',
      patch,
      params: { ground, note },
    })
    return ended.ok ? ok({ dossierId }) : ended
  },
})
