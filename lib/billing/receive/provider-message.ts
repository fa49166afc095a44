/** What a provider's message says, read from its stored payload. */
import { z } from 'zod'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'

const currencies = Object.keys(CURRENCIES) as [Currency, ...Currency[]]

const payment = z.object({
  reference: z.string(),
  paymentId: z.string().min(1).max(200),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .transform((digits) => BigInt(digits)),
  currency: z.enum(currencies),
  /** The card that its payer wants kept for later payments. */
  card: z.object({ token: z.string().min(1).max(200), end: z.string().regex(/^\d{4}$/) }).optional(),
})

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('payment.succeeded'), data: payment }),
  z.object({ type: z.literal('payment.failed'), data: z.object({ reference: z.string() }) }),
  z.object({ type: z.literal('checkout.expired'), data: z.object({ reference: z.string() }) }),
])

export type ReceivedPayment = z.infer<typeof payment>
export type ReceivedMessage = z.infer<typeof schema>

const KNOWN: readonly string[] = schema.options.map((option) => option.shape.type.value)

/** The message; `ignored` when its type means nothing to the portal, `unreadable` when it lacks something. */
export function readMessage(payload: unknown): ReceivedMessage | 'ignored' | 'unreadable' {
  const parsed = schema.safeParse(payload)
  if (parsed.success) return parsed.data
  const type = (payload as { type?: unknown } | null)?.type
  return typeof type === 'string' && !KNOWN.includes(type) ? 'ignored' : 'unreadable'
}

/** The payment that a stored event tells of. Throws when it tells of none: only payments are kept unattributed. */
export function paymentIn({ id, payload }: { id: string; payload: unknown }): ReceivedPayment {
  const message = readMessage(payload)
  if (typeof message === 'string' || message.type !== 'payment.succeeded') {
    throw new Error(`provider event ${id} is no payment`)
  }
  return message.data
}
