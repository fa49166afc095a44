import * as z from 'zod/mini'

export const readInput = z.object({ messageId: z.uuid('field-invalid') })
export const nothingInput = z.object({})
export const preferenceInput = z.object({ earlyNotices: z.enum(['on', 'off'], 'choose-one') })
