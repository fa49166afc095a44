import * as z from 'zod/mini'

/** An instant with its offset from UTC, such as `2026-12-24T17:00+07:00`. */
const instant = z.string({ error: 'field-required' }).check(
  z.trim(),
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/, 'instant-invalid'),
  z.refine((text) => !Number.isNaN(Date.parse(text)), 'instant-invalid'),
)

export const moveClockInput = z.object({ target: instant })
