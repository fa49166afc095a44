import * as z from 'zod/mini'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'

export const payoutInput = z.object({
  /** Minor units, digits only. */
  amount: z.string({ error: 'field-required' }).check(z.trim(), z.regex(/^[1-9]\d{0,17}$/, 'amount-invalid')),
  currency: z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]], 'field-invalid'),
})

export const sendInput = z.object({ payoutId: z.uuid('field-invalid') })

export const settlePayoutInput = z.object({
  payoutId: z.uuid('field-invalid'),
  outcome: z.enum(['done', 'refused']),
  providerRef: z.string(),
  reason: z.optional(z.string()),
})
