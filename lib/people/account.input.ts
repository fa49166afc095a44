/** What the account forms take; shared by form and command. */
import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'

const email = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.toLowerCase(), z.maxLength(254, 'field-too-long'), z.email('email-invalid'))

const newPassword = z
  .string({ error: 'field-required' })
  .check(z.minLength(12, 'password-too-short'), z.maxLength(200, 'field-too-long'))

const personName = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(120, 'field-too-long'))

const token = z
  .string({ error: 'link-invalid' })
  .check(z.minLength(20, 'link-invalid'), z.maxLength(100, 'link-invalid'))

export const signUpInput = z.object({
  name: personName,
  email,
  password: newPassword,
  locale: z.enum(LOCALES, 'field-invalid'),
})
export type SignUpInput = z.infer<typeof signUpInput>

export const signInInput = z.object({
  email,
  password: z
    .string({ error: 'field-required' })
    .check(z.minLength(1, 'field-required'), z.maxLength(200, 'field-too-long')),
  userAgent: z.optional(z.string().check(z.maxLength(400))),
})

export const tokenInput = z.object({ token })
export const emailInput = z.object({ email })
export const resetInput = z.object({ token, password: newPassword })
export const nothingInput = z.object({})
export const sessionInput = z.object({ sessionId: z.uuid('field-invalid') })

export const codeInput = z.object({
  sessionId: z.uuid('field-invalid'),
  code: z.string({ error: 'field-required' }).check(z.trim(), z.regex(/^\d{6}$/, 'code-invalid')),
})

export const profileInput = z.object({ name: personName, locale: z.enum(LOCALES, 'field-invalid') })

export const passwordInput = z.object({
  current: z
    .string({ error: 'field-required' })
    .check(z.minLength(1, 'field-required'), z.maxLength(200, 'field-too-long')),
  password: newPassword,
  sessionId: z.uuid('field-invalid'),
})
