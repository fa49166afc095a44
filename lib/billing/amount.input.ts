import * as z from 'zod/mini'

/** An amount of a form in minor units: digits only, above zero, and no longer than a ledger's number. */
export const amountInput = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.regex(/^[1-9]\d*$/, 'amount-invalid'), z.maxLength(18, 'field-too-long'))
