import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'

export const checkoutInput = z.object({
  invoiceId: z.uuid('field-invalid'),
  /** The language of the provider's page, and of the page that the payer comes back to. */
  locale: z.enum(LOCALES, 'field-invalid'),
})
export type CheckoutInput = z.infer<typeof checkoutInput>
