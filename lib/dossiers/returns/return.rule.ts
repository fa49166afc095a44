/** What a return needs, and when the desk may accept it (R-NS-09 to R-NS-12, R-NS-14, R-NS-35). */
import { ok, refuse, type Result, type RuleId } from '@/lib/kernel/result'
import type { ReturnDocumentKind } from '../documents/document.input'
import { decideIdentity } from '../review/review.rule'

/** Who applied for the name, as its dossier has it. */
export interface Applicant {
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
  readonly filedBy: 'SELF' | 'DELEGATE' | null
}

export interface NeededDocument {
  readonly kind: ReturnDocumentKind
  readonly rule: RuleId
  /** Signed on paper and scanned from the original, or a notarised copy. */
  readonly form: 'signed' | 'sealed' | 'copy' | 'notarised'
}

/**
 * An organisation's own signed and sealed declaration (R-NS-09); an individual's signed one with a copy of the
 * identity document (R-NS-11). Whoever acts for the holder adds a power of attorney for the return (R-NS-10, R-NS-12).
 */
export function returnDocuments({ applicantKind, filedBy }: Applicant): readonly NeededDocument[] {
  const isPerson = applicantKind !== 'ORGANISATION'
  const byDelegate = filedBy === 'DELEGATE'
  return [
    isPerson
      ? { kind: 'return-declaration', rule: 'R-NS-11', form: 'signed' }
      : { kind: 'return-declaration', rule: 'R-NS-09', form: 'sealed' },
    ...(isPerson ? [identityCopy(byDelegate)] : []),
    ...(byDelegate ? [powerOfAttorney(isPerson)] : []),
  ]
}

function identityCopy(byDelegate: boolean): NeededDocument {
  const kind = 'return-identity-card'
  return byDelegate ? { kind, rule: 'R-NS-12', form: 'notarised' } : { kind, rule: 'R-NS-11', form: 'copy' }
}

function powerOfAttorney(isPerson: boolean): NeededDocument {
  return {
    kind: 'return-power-of-attorney',
    rule: isPerson ? 'R-NS-12' : 'R-NS-10',
    form: isPerson ? 'signed' : 'sealed',
  }
}

/** What the desk found when it held the request against the dossier on file. */
export interface Comparison {
  /** The number read on the copy handed in. */
  readonly number?: string | undefined
  /** The signature is that of the original dossier. */
  readonly signature: boolean
  /** The seal and the authorised person are those of the organisation. */
  readonly seal: boolean
}

export interface ReturnState extends Applicant {
  readonly ownerId: string
  /** `WAITING`, and not decided yet. */
  readonly isOpen: boolean
  readonly handedIn: readonly string[]
  /** The number declared in the original dossier. */
  readonly declaredNumber: string
}

/** The desk decides a return that is open; never its own. */
export function decideReviewer({ ownerId, isOpen }: ReturnState, agentId: string): Result<unknown> {
  if (ownerId === agentId) return refuse('own-name')
  return isOpen ? ok() : refuse('order-decided')
}

/**
 * R-NS-35, R-NS-14: accepted only when every paper is there, the number on the copy equals the one on file and the
 * signature was compared with the original dossier; of an organisation the seal too (R-NS-09).
 */
export function decideAcceptance(state: ReturnState, agentId: string, found: Comparison): Result<unknown> {
  const reviewer = decideReviewer(state, agentId)
  if (!reviewer.ok) return reviewer
  const missing = returnDocuments(state).find(({ kind }) => !state.handedIn.includes(kind))
  if (missing) {
    return refuse('return-document-missing', { rule: missing.rule, params: { kind: missing.kind } })
  }
  const isPerson = state.applicantKind !== 'ORGANISATION'
  if (isPerson) {
    if (!found.number) return refuse('field-required', { rule: 'R-NS-14', field: 'number' })
    const same = decideIdentity(state.declaredNumber, found.number)
    if (!same.ok) return same
  }
  if (!found.signature) return refuse('signature-not-compared', { rule: 'R-NS-14', field: 'signature' })
  if (!isPerson && !found.seal) return refuse('seal-not-compared', { rule: 'R-NS-09', field: 'seal' })
  return ok()
}
