/** What the account forms take; shared by form and command. */
import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locale'

const email = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.toLowerCase(), z.maxLength(254, 'field-too-long'), z.email('email-invalid'))

const newPassword = z
  .string({ error: 'field-required' })
  .check(z.minLength(12, 'password-too-short'), z.maxLength(200, 'field-too-long'))

const currentPassword = z
  .string({ error: 'field-required' })
  .check(z.minLength(1, 'field-required'), z.maxLength(200, 'field-too-long'))

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
  password: currentPassword,
  userAgent: z.optional(z.string().check(z.maxLength(400))),
})

export const tokenInput = z.object({ token })
export const emailInput = z.object({ email })
export const resetInput = z.object({ token, password: newPassword })
export const nothingInput = z.object({})
export const sessionInput = z.object({ sessionId: z.uuid('field-invalid') })

/** Six digits of an authenticator or of a mail, or a recovery code of sixteen signs. */
const code = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.regex(/^(?:\d{6}|[0-9A-Za-z]{4}(?:[ -]?[0-9A-Za-z]{4}){3})$/, 'code-invalid'))

export const codeInput = z.object({ sessionId: z.uuid('field-invalid'), code })

/** The proof of who acts; the password where there is no second factor. */
export const stepUpInput = z.object({
  sessionId: z.uuid('field-invalid'),
  code,
  password: z.optional(currentPassword),
})

/** `again`: another mail, though the code of the last one still works. */
export const beginStepUpInput = z.object({ again: z.boolean() })

export const removeFactorInput = z.object({ password: currentPassword })

export const profileInput = z.object({ name: personName, locale: z.enum(LOCALES, 'field-invalid') })

export const passwordInput = z.object({
  current: currentPassword,
  password: newPassword,
  sessionId: z.uuid('field-invalid'),
})
