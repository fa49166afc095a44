import type { Tx } from '@/lib/platform/db'
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
    takenOverFrom: await takenOverFrom(uow.tx, dossierId),
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

/** Agents from whom the review of a dossier was taken over, as its history tells. */
export async function takenOverFrom(tx: Tx, dossierId: string): Promise<readonly string[]> {
  const events = await tx.dossierEvent.findMany({
    where: { dossierId, command: 'take-over' },
    select: { data: true },
  })
  return events.map(({ data }) => (data as { from: string }).from)
}

/** Notes that its agent is at work on a review. */
export async function touchReview(uow: UnitOfWork, dossierId: string): Promise<void> {
  await uow.tx.dossier.update({ where: { id: dossierId }, data: { reviewTouchedAt: uow.systemNow } })
}
