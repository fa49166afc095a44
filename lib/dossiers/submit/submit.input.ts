import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'

export const fileInput = z.object({
  dossierId: z.uuid('field-invalid'),
  /** The text the applicant had before them, and in which language they read it. */
  termsVersion: z.string({ error: 'terms-not-accepted' }).check(z.minLength(1), z.maxLength(40)),
  locale: z.enum(LOCALES, 'field-invalid'),
  accepted: z.literal('on', 'terms-not-accepted'),
})

export const answerInput = z.object({
  dossierId: z.uuid('field-invalid'),
  answer: z.optional(z.string().check(z.trim(), z.maxLength(2000, 'field-too-long'))),
})
