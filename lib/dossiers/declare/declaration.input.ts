/**
 * The declaration ("Bản khai đăng ký tên miền"), step by step. Drafts keep what was typed, whatever it is;
 * these schemas say when a step is complete.
 */
import * as z from 'zod/mini'
import { isLegalDay } from '@/lib/kernel/day-text'

export const STEPS = ['applicant', 'delegate', 'holder', 'contacts', 'name-servers'] as const
export type Step = (typeof STEPS)[number]

export const CONTACT_ROLES = ['admin', 'tech', 'billing'] as const
export type ContactRole = (typeof CONTACT_ROLES)[number]

/** At most this many name servers may be declared. */
export const MAX_NAME_SERVERS = 6

/** Something that can be read: spaces and signs alone, invisible ones among them, say nothing. */
const required = (max: number) =>
  z
    .string({ error: 'field-required' })
    .check(z.trim(), z.regex(/[\p{L}\p{N}]/u, 'field-required'), z.maxLength(max, 'field-too-long'))

const optional = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max, 'field-too-long')))

const email = z
  .string({ error: 'field-required' })
  .check(
    z.trim(),
    z.minLength(1, 'field-required'),
    z.maxLength(254, 'field-too-long'),
    z.email('email-invalid'),
  )

/** A number as people write it; kernel/phone.ts makes its form at the registry of it. */
const phone = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.minLength(1, 'field-required'), z.regex(/^\+?[\d .()/-]{8,24}$/, 'phone-invalid'))

const country = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'country-invalid'))

const birthDate = z.string({ error: 'field-required' }).check(z.refine(isDay, 'date-invalid'))

/** A day of the calendar since 1900: nobody alive was born before. */
export function isDay(text: string): boolean {
  return text >= '1900' && text < '2100' && isLegalDay(text)
}

/** The number of an identity document of any country. */
export const identityNumber = z
  .string({ error: 'field-required' })
  .check(
    z.trim(),
    z.toUpperCase(),
    z.minLength(1, 'field-required'),
    z.regex(/^[A-Z0-9][A-Z0-9 ./()-]{4,19}$/, 'identity-number-invalid'),
  )

/** A Vietnamese identity card (12 digits, older ones 9) or a passport. */
const VIETNAMESE_NUMBER = /^(\d{9}|\d{12}|[A-Z][A-Z0-9]{6,11})$/

/** A Vietnamese tax code (10 digits, 13 for a branch) or another country's register number. */
const organisationNumber = z
  .string({ error: 'field-required' })
  .check(
    z.trim(),
    z.toUpperCase(),
    z.minLength(1, 'field-required'),
    z.regex(/^(\d{10}(-?\d{3})?|[A-Z0-9][A-Z0-9 ./-]{3,19})$/, 'organisation-number-invalid'),
  )

export const applicantStep = z.object({
  applicantKind: z.enum(['individual', 'organisation'], 'choose-one'),
  filedBy: z.enum(['self', 'delegate'], 'choose-one'),
  years: z.string({ error: 'field-required' }).check(z.regex(/^([1-9]|10)$/, 'years-invalid')),
})

export const delegateStep = z.object({
  delegateKind: z.enum(['individual', 'organisation'], 'choose-one'),
  name: required(200),
  identityNumber: organisationNumber,
  birthDate: z.optional(z.union([z.literal(''), birthDate], { error: 'date-invalid' })),
  email,
  phone,
  validUntil: optional(10),
})

const postal = {
  street: required(200),
  city: required(100),
  province: optional(100),
  postalCode: optional(16),
  country,
}

export const individualHolderStep = z
  .object({ name: required(200), identityNumber, birthDate, email, phone, ...postal })
  .check(
    z.refine((holder) => holder.country !== 'VN' || VIETNAMESE_NUMBER.test(holder.identityNumber), {
      path: ['identityNumber'],
      error: 'identity-number-invalid',
    }),
  )

export const organisationHolderStep = z.object({
  name: required(200),
  organisationNumber,
  representative: required(200),
  email,
  phone,
  ...postal,
})

/** A contact that is not the holder. */
export const contactFields = z.object({ name: required(200), email, phone, ...postal })

export const saveStepInput = z.object({
  dossierId: z.uuid('field-invalid'),
  step: z.enum(STEPS, 'field-invalid'),
  values: z.record(
    z.string().check(z.regex(/^[a-zA-Z0-9.-]{1,40}$/, 'field-invalid')),
    z.string().check(z.maxLength(500, 'field-too-long')),
  ),
})

export const startInput = z.object({
  name: required(300),
  years: z.optional(z.string().check(z.regex(/^([1-9]|10)$/, 'years-invalid'))),
})

export const dossierInput = z.object({ dossierId: z.uuid('field-invalid') })
