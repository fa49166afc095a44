import * as z from 'zod/mini'
import { documentKindSchema } from '@/lib/policy/policy-parts'

export const DOCUMENT_KINDS = documentKindSchema.options

/** What a return of a name needs; kept with the name's original dossier (R-NS-15). */
export const RETURN_DOCUMENT_KINDS = [
  'return-declaration',
  'return-identity-card',
  'return-power-of-attorney',
] as const
export type ReturnDocumentKind = (typeof RETURN_DOCUMENT_KINDS)[number]

/** Whether a document belongs to a return and not to the application itself. */
export function isReturnDocument(kind: string): kind is ReturnDocumentKind {
  return RETURN_DOCUMENT_KINDS.some((known) => known === kind)
}

/** The written authorisation of a contact who renews for an organisation (R-VN-06), kept with its names (R-NS-15). */
export const AUTHORISATION_DOCUMENT = 'renewal-authorisation'

/** Whether a document came after the application itself, for something else about the name. */
export function isLaterDocument(kind: string): boolean {
  return kind === AUTHORISATION_DOCUMENT || isReturnDocument(kind)
}

/** A stored file about to become a document. Comes from the upload route, never from a form. */
export const attachInput = z.object({
  dossierId: z.uuid('field-invalid'),
  kind: z.enum([...DOCUMENT_KINDS, ...RETURN_DOCUMENT_KINDS, AUTHORISATION_DOCUMENT], 'field-invalid'),
  fileName: z.string().check(z.minLength(1), z.maxLength(255)),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.number(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  storageKey: z.uuid(),
})

export const removeInput = z.object({
  dossierId: z.uuid('field-invalid'),
  documentId: z.uuid('field-invalid'),
})

/** A file name as shown: its last part, without control characters, at most 120 characters. */
export function shownFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  return clean.slice(-120) || 'document'
}
