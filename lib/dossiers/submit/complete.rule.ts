/** Whether a dossier may be filed: declaration complete, documents there (R-NS-02, 07, 09–12). */
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { decidePowerOfAttorney, type RequiredDocument, requiredDocuments } from '@/lib/policy/documents.rule'
import type { ZoneVersion } from '@/lib/policy/policy'
import {
  bornLater,
  type Declaration,
  type DraftDeclaration,
  faultsOf,
  firstOpenStep,
  readDeclaration,
  stepsOf,
} from '../declare/declaration.rule'

export interface Filing {
  readonly nameAscii: string
  readonly draft: DraftDeclaration
  /** Kinds of the documents that were handed in. */
  readonly attached: readonly string[]
  /** The legal day of the filing in the zone's time zone. */
  readonly day: string
}

/** The documents an online application for registration needs, as far as the declaration tells. */
export function documentsFor(draft: DraftDeclaration, version: ZoneVersion): readonly RequiredDocument[] {
  const { applicantKind, filedBy } = draft.applicant ?? {}
  return requiredDocuments(
    {
      applicantKind: applicantKind === 'organisation' ? 'organisation' : 'individual',
      filing: filedBy === 'delegate' ? 'delegate' : 'self',
      channel: 'online',
      operation: 'register',
    },
    version,
  )
}

/** The uploads that are still missing. */
export function missingUploads(
  draft: DraftDeclaration,
  attached: readonly string[],
  version: ZoneVersion,
): readonly RequiredDocument[] {
  return documentsFor(draft, version).filter(
    (document) => document.providedBy === 'upload' && !attached.includes(document.kind),
  )
}

/**
 * Decides whether the dossier is complete. Refuses with the first step that lacks something
 * (`declaration-incomplete`), the first missing document (`document-missing`), or a delegate who may not file.
 */
export function decideComplete(filing: Filing, version: ZoneVersion): Result<Declaration> {
  const step = firstOpenStep(filing.draft)
  if (step) {
    const fields = faultsOf(filing.draft, step)
    return refuse('declaration-incomplete', { rule: 'R-NS-07', field: step, params: { step }, fields })
  }
  const unborn = stepsOf(filing.draft).find((one) => bornLater(filing.draft, one, filing.day).length > 0)
  if (unborn) {
    const fields = bornLater(filing.draft, unborn, filing.day)
    return refuse('declaration-incomplete', {
      rule: 'R-NS-07',
      field: unborn,
      params: { step: unborn },
      fields,
    })
  }
  const declaration = readDeclaration(filing.draft)
  const delegation = decideDelegate(declaration, filing, version)
  if (!delegation.ok) return delegation
  const missing = missingUploads(filing.draft, filing.attached, version)[0]
  if (missing) {
    const rule = missing.rule ?? 'R-NS-07'
    return refuse('document-missing', { rule, field: 'documents', params: { kind: missing.kind } })
  }
  return ok(declaration)
}

/** The power of attorney that a filing by a delegate rests on covers this name's registration. */
function decideDelegate(
  { applicantKind, delegate }: Declaration,
  { nameAscii, day }: Filing,
  version: ZoneVersion,
): Result<unknown> {
  if (!delegate) return ok()
  return decidePowerOfAttorney(
    {
      delegateKind: delegate.kind,
      fullName: delegate.name,
      identityNumber: delegate.number,
      names: [nameAscii],
      operations: ['register'],
      dutiesStated: true,
      ...(delegate.birthDate && { dateOfBirth: delegate.birthDate }),
      ...(delegate.validUntil && { validUntil: delegate.validUntil }),
    },
    { applicantKind, ascii: nameAscii, operation: 'register', day },
    version,
  )
}
