import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'

/** The language of the provider's page, and of the page that the payer comes back to. */
const locale = z.enum(LOCALES, 'field-invalid')
/** Keeps the card at the provider for later payments, if the payer wants it there. */
const offerCard = z.optional(z.boolean())

export const checkoutInput = z.object({ invoiceId: z.uuid('field-invalid'), locale, offerCard })
export type CheckoutInput = z.infer<typeof checkoutInput>

export const payInvoicesInput = z.object({
  invoiceIds: z
    .array(z.uuid('field-invalid'))
    .check(z.minLength(1, 'field-required'), z.maxLength(200, 'field-too-long')),
  locale,
  /** The portal's page that the payer comes back to. */
  back: z.string().check(z.regex(/^(\/[a-z0-9-]+)+$/, 'field-invalid')),
  offerCard,
})
