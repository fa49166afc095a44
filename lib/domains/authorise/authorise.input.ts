import * as z from 'zod/mini'

/** The most names of one authorisation. */
export const MOST_AUTHORISED = 200
/** Nobody is authorised for longer at once. */
export const MOST_YEARS = 10

const day = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.minLength(1, 'field-required'), z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date-invalid'))

export const grantInput = z.object({
  domainIds: z
    .array(z.uuid('field-invalid'))
    .check(z.minLength(1, 'renew-nothing-chosen'), z.maxLength(MOST_AUTHORISED, 'renew-too-many')),
  /** The written authorisation, handed in before. */
  documentId: z.uuid('authorisation-paper-missing'),
  contactName: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(120, 'field-too-long')),
  email: z
    .string({ error: 'field-required' })
    .check(
      z.trim(),
      z.toLowerCase(),
      z.minLength(1, 'field-required'),
      z.maxLength(254, 'field-too-long'),
      z.email('email-invalid'),
    ),
  fromDay: day,
  untilDay: day,
})

export const authorisationInput = z.object({ authorisationId: z.uuid('field-invalid') })
