import * as z from 'zod/mini'

export const messageInput = z.object({
  provider: z.string(),
  providerEventId: z.string(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

export const eventInput = z.object({ eventId: z.uuid('field-invalid') })

export const returnInput = z.object({
  eventId: z.uuid('field-invalid'),
  outcome: z.enum(['done', 'refused']),
})
