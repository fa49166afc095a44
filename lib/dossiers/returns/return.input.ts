import * as z from 'zod/mini'

/** Why a return is refused; the holder is told. */
export const RETURN_GROUNDS = [
  'number-differs',
  'signature-differs',
  'not-signed',
  'not-authorised',
  'unreadable',
  'in-dispute',
] as const

const ticked = z.optional(z.string().check(z.maxLength(10, 'field-invalid')))

export const acceptReturnInput = z.object({
  orderId: z.uuid('field-invalid'),
  /** The number read on the copy; of an organisation none is asked. */
  number: z.optional(z.string().check(z.trim(), z.maxLength(40, 'field-too-long'))),
  signature: ticked,
  seal: ticked,
})

export const refuseReturnInput = z.object({
  orderId: z.uuid('field-invalid'),
  ground: z.enum(RETURN_GROUNDS, 'choose-one'),
  note: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(1000, 'field-too-long')),
})
