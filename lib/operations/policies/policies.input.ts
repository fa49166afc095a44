import * as z from 'zod/mini'

const text = (max: number) =>
  z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(max, 'field-too-long'))
const day = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date-invalid'))
/** An empty field of a form is none. */
const optionalDay = z.optional(z.union([z.literal(''), day], { error: 'date-invalid' }))
const basis = { reason: text(200), documentDate: optionalDay }

/** A draft of a zone: a copy of the version from `base`, to hold from another day; `changes` as a merge patch. */
export const draftInput = z.object({
  zone: text(63),
  base: day,
  from: day,
  reason: text(200),
  changes: z.optional(z.record(z.string(), z.unknown())),
})

/** Changed values of a draft, by the fields of one topic. */
export const fieldsInput = z.object({
  draftId: z.uuid('not-found'),
  topic: z.enum(['life', 'periods', 'allotment', 'notices', 'fees'], 'choose-one'),
  values: z.record(z.string(), z.string()),
  ...basis,
})

/** Changed values of a draft, as JSON. */
export const patchInput = z.object({ draftId: z.uuid('not-found'), changes: text(20_000), ...basis })

export const draftIdInput = z.object({ draftId: z.uuid('not-found') })

/** `contentHash` is of what the second person was shown. */
export const publishInput = z.object({ draftId: z.uuid('not-found'), contentHash: text(64) })

/** One batch of what a published version moves. */
export const applyInput = z.object({ versionId: z.uuid(), limit: z.int().check(z.positive()) })
