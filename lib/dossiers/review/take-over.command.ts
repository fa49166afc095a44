/** Reviews that their agent left lying: another agent goes on with them, or an operator puts them back. */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId, hasRole } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { lockDossier, moveDossier } from '../dossier.store'
import { reviewInput } from './review.input'
import { decideTakeOver } from './review.rule'

/**
 * Takes a review over from the agent who has it. What that agent decides later is refused: the dossier's row is
 * locked by both. The verdicts so far stand, each with its giver; the number is compared anew. Refuses
 * `review-in-hand` to an agent who has another dossier: one at a time.
 */
export const takeOverReview = defineCommand({
  name: 'dossiers.take-over',
  permit: may('dossier.review'),
  input: reviewInput,
  async run(uow, { dossierId }) {
    const agentId = actorUserId(uow.actor) ?? ''
    const found = await lockDossier(uow, dossierId)
    if (!found.ok) return found
    const dossier = found.value
    const by = { agentId, isOperator: hasRole(uow.actor, 'OPERATOR') }
    const decided = decideTakeOver({ ...dossier, touchedAt: dossier.reviewTouchedAt }, by, uow.systemNow)
    if (!decided.ok) return decided
    const other = await uow.tx.dossier.count({ where: { reviewerId: agentId, status: 'IN_REVIEW' } })
    if (other > 0) return refuse('review-in-hand')
    const from = dossier.reviewerId ?? ''
    const patch = {
      reviewerId: agentId,
      reviewTakenAt: uow.now,
      reviewTouchedAt: uow.systemNow,
      identityChecked: false,
    }
    const moved = await moveDossier(uow, dossier, 'take-over', patch, { from })
    if (!moved.ok) return moved
    await recordAudit(uow, {
      action: 'dossiers.take-over',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { from },
    })
    return ok({ dossierId })
  },
})

/** An operator puts a dossier under review back into the queue, at its old place. */
export const freeReview = defineCommand({
  name: 'dossiers.free-review',
  permit: may('exception.resolve'),
  input: reviewInput,
  async run(uow, { dossierId }) {
    const found = await lockDossier(uow, dossierId)
    if (!found.ok) return found
    const { status, reviewerId } = found.value
    if (status !== 'IN_REVIEW') return refuse('not-in-review', { params: { status } })
    const moved = await moveDossier(uow, found.value, 'put-back', {
      reviewerId: null,
      identityChecked: false,
    })
    if (!moved.ok) return moved
    await recordAudit(uow, {
      action: 'dossiers.free-review',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { from: reviewerId },
    })
    return ok({ dossierId })
  },
})
