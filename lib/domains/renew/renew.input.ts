import * as z from 'zod/mini'

/** The most names of one renewal. */
export const MOST_NAMES = 200

export const renewItemInput = z.object({
  domainId: z.uuid('field-invalid'),
  years: z.int('field-invalid').check(z.positive('field-invalid')),
})

export const askRenewalInput = z.object({
  items: z
    .array(renewItemInput)
    .check(z.minLength(1, 'renew-nothing-chosen'), z.maxLength(MOST_NAMES, 'renew-too-many')),
  /** Leaves names out that cannot be renewed, instead of refusing the whole. */
  skipRefused: z.optional(z.boolean()),
})
export type RenewItem = z.infer<typeof renewItemInput>

export const autoRenewInput = z.object({
  domainId: z.uuid('field-invalid'),
  autoRenew: z.enum(['OFF', 'CREDIT', 'CARD'], 'field-invalid'),
})
