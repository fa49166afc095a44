import * as z from 'zod/mini'

/** Why a name is suspended for a violation (R-NS-37, R-HK-12). */
export const VIOLATIONS = [
  'fraud',
  'spam',
  'phishing',
  'malware',
  'false-data',
  'prohibited-use',
  'other',
] as const

/** On what a reclaim rests: an authority's paper (R-NS-36, R-HK-11), or a violation that goes on (R-NS-37). */
export const RECLAIM_REASONS = [
  'authority-decision',
  'court-judgment',
  'arbitration-ruling',
  'violation-goes-on',
] as const

/** When an order is carried out: at once, or in the next work slot. */
export const URGENCIES = ['slot', 'at-once'] as const

const text = (max: number) =>
  z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(max, 'field-too-long'))
const note = z.optional(z.string().check(z.trim(), z.maxLength(1000, 'field-too-long')))
const order = {
  name: text(253),
  reference: text(120),
  note,
  urgency: z.enum(URGENCIES, 'choose-one'),
}

export const suspendInput = z.object({ ...order, reason: z.enum(VIOLATIONS, 'choose-one') })
export const reclaimInput = z.object({ ...order, reason: z.enum(RECLAIM_REASONS, 'choose-one') })
export const liftInput = z.object({
  name: text(253),
  note: text(1000),
  urgency: z.enum(URGENCIES, 'choose-one'),
})
export const orderInput = z.object({ orderId: z.uuid('field-invalid') })
export const rejectInput = z.object({ orderId: z.uuid('field-invalid'), ground: text(1000) })
export const returnInput = z.object({ domainId: z.uuid('field-invalid'), note })
