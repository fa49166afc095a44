import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'

export const topUpInput = z.object({
  /** Minor units, digits only. */
  amount: z.string({ error: 'field-required' }).check(z.trim(), z.regex(/^[1-9]\d{0,17}$/, 'amount-invalid')),
  currency: z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]], 'field-invalid'),
  /** The language of the provider's page. */
  locale: z.enum(LOCALES, 'field-invalid'),
})
