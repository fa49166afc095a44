import * as z from 'zod/mini'

const dossierId = z.uuid('field-invalid')

/** Why a document is not accepted, or what the applicant is asked for. */
export const REASONS = [
  'unreadable',
  'incomplete',
  'wrong-document',
  'number-differs',
  'name-differs',
  'not-signed',
  'not-notarised',
  'outdated',
  'declaration-unclear',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** On which ground a dossier may be refused (R-NS-07). */
export const REFUSAL_GROUNDS = ['name-not-free', 'part-missing', 'information-unclear', 'in-dispute'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

const note = z.optional(z.string().check(z.trim(), z.maxLength(1000, 'field-too-long')))

export const takeInput = z.object({})
export const reviewInput = z.object({ dossierId })

export const verdictInput = z.object({
  dossierId,
  documentId: z.uuid('field-invalid'),
  verdict: z.enum(['ACCEPTED', 'REJECTED'], 'choose-one'),
  reason: z.optional(z.enum(REASONS, 'choose-one')),
  note,
})

export const identityInput = z.object({
  dossierId,
  number: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(40, 'field-too-long')),
})

export const askInput = z.object({
  dossierId,
  reasons: z
    .array(
      z.object({
        reason: z.enum(REASONS, 'note-needs-reason'),
        about: z.string().check(z.maxLength(60)),
        note,
      }),
    )
    .check(z.minLength(1, 'reason-needed'), z.maxLength(20, 'field-too-long')),
})

export const refuseInput = z.object({
  dossierId,
  ground: z.enum(REFUSAL_GROUNDS, 'choose-one'),
  note: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(1000, 'field-too-long')),
})
