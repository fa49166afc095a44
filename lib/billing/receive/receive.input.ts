import * as z from 'zod/mini'

export const messageInput = z.object({
  provider: z.string(),
  providerEventId: z.string(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

export const eventInput = z.object({ eventId: z.uuid('field-invalid') })

/** Why an operator decides as they do; stands in the audit trail. */
const reason = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.minLength(5, 'reason-needed'), z.maxLength(500, 'field-too-long'))

export const attributeInput = z.object({
  eventId: z.uuid('field-invalid'),
  number: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.toUpperCase(), z.minLength(1, 'field-required'), z.maxLength(40, 'field-too-long')),
  reason,
})

export const decideReturnInput = z.object({ eventId: z.uuid('field-invalid'), reason })

export const settleAgainInput = z.object({ invoiceId: z.uuid('field-invalid') })

export const returnInput = z.object({
  eventId: z.uuid('field-invalid'),
  outcome: z.enum(['done', 'refused']),
})
