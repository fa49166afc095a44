import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { actorUserId } from '@/lib/kernel/actor'
import type { Result } from '@/lib/kernel/result'
import { currentDocuments, type Dossier, lockDossier } from '../dossier.store'
import { decideReviewer, type ReviewState } from './review.rule'

export interface UnderReview {
  readonly dossier: Dossier
  readonly state: ReviewState
  readonly agentId: string
}

/** Locks a dossier with its documents and their latest verdicts. */
export async function lockUnderReview(uow: UnitOfWork, dossierId: string): Promise<Result<UnderReview>> {
  const found = await lockDossier(uow, dossierId)
  if (!found.ok) return found
  const documents = await uow.tx.document.findMany({
    where: { dossierId },
    include: { verdicts: { orderBy: { id: 'desc' }, take: 1 } },
  })
  const state: ReviewState = {
    ...found.value,
    documents: currentDocuments(documents).map((document) => ({
      kind: document.kind,
      verdict: document.verdicts[0]?.verdict ?? null,
    })),
  }
  return { ok: true, value: { dossier: found.value, state, agentId: actorUserId(uow.actor) ?? '' } }
}

/** The same, for the agent who has taken it; refuses everybody else. */
export async function lockOwnReview(uow: UnitOfWork, dossierId: string): Promise<Result<UnderReview>> {
  const found = await lockUnderReview(uow, dossierId)
  if (!found.ok) return found
  const reviewer = decideReviewer(found.value.state, found.value.agentId)
  return reviewer.ok ? found : reviewer
}
