import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'
import { amountInput } from '../amount.input'

export const topUpInput = z.object({
  amount: amountInput,
  currency: z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]], 'field-invalid'),
  /** The language of the provider's page. */
  locale: z.enum(LOCALES, 'field-invalid'),
})
