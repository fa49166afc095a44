import * as z from 'zod/mini'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'
import { amountInput } from '../amount.input'

export const payoutInput = z.object({
  amount: amountInput,
  currency: z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]], 'field-invalid'),
})

export const sendInput = z.object({ payoutId: z.uuid('field-invalid') })

export const settlePayoutInput = z.object({
  payoutId: z.uuid('field-invalid'),
  outcome: z.enum(['done', 'refused']),
  providerRef: z.string(),
  reason: z.optional(z.string()),
})
