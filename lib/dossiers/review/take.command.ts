import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { lockDossier, moveDossier } from '../dossier.store'
import { reviewInput, takeInput } from './review.input'
import { lockOwnReview } from './review.store'

/**
 * Takes the next dossier in the order of filing (R-NS-05): the oldest filed one that is not the agent's own.
 * An agent who already has one gets that one back: one at a time. Two agents at once get different ones.
 */
export const takeNext = defineCommand({
  name: 'dossiers.take',
  permit: may('dossier.review'),
  input: takeInput,
  async run(uow) {
    const agentId = actorUserId(uow.actor) ?? ''
    const mine = await uow.tx.dossier.findFirst({
      where: { reviewerId: agentId, status: 'IN_REVIEW' },
      select: { id: true },
    })
    if (mine) return ok({ dossierId: mine.id })
    const next = await uow.tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM dossier WHERE status = 'FILED' AND owner_id <> ${agentId}::uuid
      ORDER BY filed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
    const picked = next[0]
    if (!picked) return refuse('queue-empty')
    const found = await lockDossier(uow, picked.id)
    if (!found.ok) return found
    const patch = { reviewerId: agentId, reviewTakenAt: uow.now, reviewTouchedAt: uow.systemNow }
    const moved = await moveDossier(uow, found.value, 'take', patch)
    if (!moved.ok) return moved
    await recordAudit(uow, { action: 'dossiers.take', subjectType: 'dossier', subjectId: picked.id })
    return ok({ dossierId: picked.id })
  },
})

/** Puts a dossier back into the queue, at its old place. */
export const putBack = defineCommand({
  name: 'dossiers.put-back',
  permit: may('dossier.review'),
  input: reviewInput,
  async run(uow, { dossierId }) {
    const found = await lockOwnReview(uow, dossierId)
    if (!found.ok) return found
    const moved = await moveDossier(uow, found.value.dossier, 'put-back', { reviewerId: null })
    if (!moved.ok) return moved
    await recordAudit(uow, { action: 'dossiers.put-back', subjectType: 'dossier', subjectId: dossierId })
    return ok({ dossierId })
  },
})
