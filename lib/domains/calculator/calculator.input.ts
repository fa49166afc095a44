/** What the calculator and the partner API are asked; everything arrives as text of an address. */
import * as z from 'zod/mini'

/** A local date (its first instant in the zone is meant), or an instant with its offset. */
const dateOrInstant = z.string({ error: 'field-required' }).check(
  z.trim(),
  // An unencoded `+` of an address arrives as a blank.
  z.overwrite((text) => text.replace(/ (?=\d\d:\d\d$)/, '+')),
  z.regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/,
    'date-invalid',
  ),
)

export const timelineInput = z.object({ expires: dateOrInstant, registered: z.optional(dateOrInstant) })

export const QUOTED = ['register', 'renew', 'transfer', 'restore'] as const
export type Quoted = (typeof QUOTED)[number]

export const quoteInput = z.object({
  name: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(300, 'field-too-long')),
  operation: z.enum(QUOTED, 'choose-one'),
  years: z._default(z.string().check(z.regex(/^\d{1,3}$/, 'years-invalid')), '1'),
  on: z.optional(dateOrInstant),
})
