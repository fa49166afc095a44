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
  readonly ownerId: string
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
  readonly identityChecked: boolean
  readonly documents: readonly ReviewedDocument[]
}

/** A dossier is decided by the agent who took it, never by the one who filed it, and only while in review. */
export function decideReviewer(state: ReviewState, agentId: string): Result<unknown> {
  if (state.ownerId === agentId) return refuse('own-dossier')
  if (state.status !== 'IN_REVIEW') return refuse('not-in-review', { params: { status: state.status } })
  if (state.reviewerId !== agentId) return refuse('taken-by-other')
  return ok()
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
