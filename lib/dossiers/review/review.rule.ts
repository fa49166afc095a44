/** What a reviewing agent may decide, and when. */
import { ok, refuse, type Result } from '@/lib/kernel/result'

export interface ReviewedDocument {
  readonly kind: string
  /** The latest verdict on the version that counts. */
  readonly verdict: 'ACCEPTED' | 'REJECTED' | null
}

export interface ReviewState {
  readonly status: string
  readonly reviewerId: string | null
  /** Agents from whom this review was taken over. */
  readonly takenOverFrom: readonly string[]
  readonly ownerId: string
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
  readonly identityChecked: boolean
  readonly documents: readonly ReviewedDocument[]
}

/** A dossier is decided by the agent who took it, never by the one who filed it, and only while in review. */
export function decideReviewer(state: ReviewState, agentId: string): Result<unknown> {
  if (state.ownerId === agentId) return refuse('own-dossier')
  if (state.status !== 'IN_REVIEW') return refuse('not-in-review', { params: { status: state.status } })
  if (state.reviewerId !== agentId) {
    return refuse(state.takenOverFrom.includes(agentId) ? 'review-taken-over' : 'taken-by-other')
  }
  return ok()
}

/** The registrar's choice: how long a review may lie untouched before another agent can take it over. */
export const REVIEW_LEFT_MINUTES = 30

export interface LeftReview {
  readonly status: string
  readonly ownerId: string
  readonly reviewerId: string | null
  /** When its agent last did something with it; system time. */
  readonly touchedAt: Date | null
}

/**
 * A review can be taken over by another agent once its own has not touched it for half an hour of system time, by an
 * agent who is an operator at any time; never by the one who filed it. Refuses `review-not-left` with the minutes
 * that are missing.
 */
export function decideTakeOver(
  review: LeftReview,
  by: { readonly agentId: string; readonly isOperator: boolean },
  now: Date,
): Result<unknown> {
  if (review.ownerId === by.agentId) return refuse('own-dossier')
  if (review.status !== 'IN_REVIEW') return refuse('not-in-review', { params: { status: review.status } })
  if (review.reviewerId === by.agentId) return refuse('review-yours')
  const lyingMs = review.touchedAt ? now.getTime() - review.touchedAt.getTime() : Number.POSITIVE_INFINITY
  const missing = REVIEW_LEFT_MINUTES * 60_000 - lyingMs
  if (by.isOperator || missing <= 0) return ok()
  return refuse('review-not-left', { params: { minutes: Math.ceil(missing / 60_000) } })
}

/** Accepting needs an accepting verdict on each document, and an individual's identity number compared (R-NS-13). */
export function decideAccept(state: ReviewState, agentId: string): Result<unknown> {
  const reviewer = decideReviewer(state, agentId)
  if (!reviewer.ok) return reviewer
  const open = state.documents.find((document) => document.verdict === null)
  if (open) return refuse('verdict-missing', { params: { kind: open.kind } })
  const rejected = state.documents.find((document) => document.verdict === 'REJECTED')
  if (rejected) return refuse('document-rejected', { rule: 'R-NS-07', params: { kind: rejected.kind } })
  if (state.applicantKind === 'INDIVIDUAL' && !state.identityChecked) {
    return refuse('identity-not-compared', { rule: 'R-NS-13' })
  }
  return ok()
}

/** The number read on the copy must equal the declared one; spaces, dots and letter case do not count (R-NS-13). */
export function decideIdentity(declared: string, read: string): Result<unknown> {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
  if (bare(declared) === bare(read)) return ok()
  return refuse('identity-differs', { rule: 'R-NS-13', field: 'number' })
}
