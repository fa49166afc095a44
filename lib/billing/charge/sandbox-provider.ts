/** The adapter of the sandbox payment provider: HTTP and JSON, as real providers have it. */
import { z } from 'zod'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { log } from '@/lib/platform/log'
import type {
  ChargeAnswer,
  ChargeOrder,
  CheckoutOrder,
  OpenedCheckout,
  PaymentProvider,
  PayoutAnswer,
  PayoutOrder,
} from './provider'
import { isSigned, SIGNATURE_HEADER } from './webhook-signature'

export interface SandboxSettings {
  readonly url: string
  readonly apiKey: string
  readonly webhookSecret: string
  /** How long an answer is waited for, in milliseconds. */
  readonly timeoutMs?: number
}

const checkoutAnswer = z.object({ id: z.string().min(1), url: z.url({ protocol: /^https?$/ }) })
const payoutAnswer = z.object({
  id: z.string().min(1),
  status: z.enum(['done', 'refused']),
  reason: z.string().nullish(),
})
const chargeAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), payment: z.string().min(1) }),
  z.object({ status: z.literal('declined'), reason: z.string() }),
])
const cardAnswer = z.object({ status: z.literal('forgotten') })
const webhook = z.looseObject({ id: z.string().min(1).max(200), type: z.string().min(1).max(100) })

/** The sandbox provider at an address. */
export function sandboxProvider(settings: SandboxSettings): PaymentProvider {
  return {
    name: 'sandbox',
    openCheckout: (order) => openCheckout(settings, order),
    charge: (order) => charge(settings, order),
    forgetCard: (token) => forgetCard(settings, token),
    payOut: (order) => payOut(settings, order),
    verifyWebhook(rawBody, headers, now) {
      if (!isSigned(rawBody, headers.get(SIGNATURE_HEADER), settings.webhookSecret, now)) {
        return refuse('webhook-signature')
      }
      const parsed = webhook.safeParse(readJson(rawBody))
      if (!parsed.success) return refuse('webhook-unreadable')
      const { id, type } = parsed.data
      return ok({ providerEventId: id, type, payload: parsed.data })
    },
  }
}

async function openCheckout(
  settings: SandboxSettings,
  order: CheckoutOrder,
): Promise<Result<OpenedCheckout>> {
  const answer = await post(settings, checkoutAnswer, '/v1/checkouts', order.checkoutId, {
    amount: order.amount.minor.toString(),
    currency: order.amount.currency,
    description: order.description,
    reference: order.checkoutId,
    returnUrl: order.returnUrl,
    locale: order.locale,
    ...(order.keepCardFor && { customer: order.keepCardFor }),
  })
  if (!answer.ok) return answer
  return ok({ providerRef: answer.value.id, url: answer.value.url })
}

async function charge(settings: SandboxSettings, order: ChargeOrder): Promise<Result<ChargeAnswer>> {
  const answer = await post(settings, chargeAnswer, '/v1/charges', order.key, {
    amount: order.amount.minor.toString(),
    currency: order.amount.currency,
    description: order.description,
    reference: order.key,
    card: order.card,
    customer: order.customerId,
  })
  if (!answer.ok) return answer
  if (answer.value.status === 'done') return ok({ outcome: 'done', paymentId: answer.value.payment })
  return ok({ outcome: 'declined', reason: answer.value.reason })
}

function forgetCard(settings: SandboxSettings, token: string): Promise<Result<unknown>> {
  return post(settings, cardAnswer, '/v1/cards/forget', token, { card: token })
}

async function payOut(settings: SandboxSettings, order: PayoutOrder): Promise<Result<PayoutAnswer>> {
  const answer = await post(settings, payoutAnswer, '/v1/payouts', order.key, {
    amount: order.amount.minor.toString(),
    currency: order.amount.currency,
    description: order.description,
    reference: order.key,
    ...(order.providerPaymentId && { payment: order.providerPaymentId }),
    ...(order.customerId && { customer: order.customerId }),
  })
  if (!answer.ok) return answer
  const { id, status, reason } = answer.value
  if (status === 'done') return ok({ outcome: 'done', providerRef: id })
  return ok({ outcome: 'refused', providerRef: id, reason: reason ?? 'no reason given' })
}

const DEFAULT_TIMEOUT_MS = 10_000

/** No usable answer is a refusal: it can be asked again with the same key. What was wrong goes to the log. */
async function post<Answer>(
  { url, apiKey, timeoutMs = DEFAULT_TIMEOUT_MS }: SandboxSettings,
  schema: z.ZodType<Answer>,
  path: string,
  key: string,
  body: Readonly<Record<string, string>>,
): Promise<Result<Answer>> {
  const target = new URL(path, url)
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await response.text()
    const answer = schema.safeParse(readJson(text))
    if (response.ok && answer.success) return ok(answer.data)
    log().error(
      { path, status: response.status, answer: text.slice(0, 500) },
      'payment provider refused a request',
    )
  } catch (error) {
    log().warn({ path, cause: String(error) }, 'payment provider did not answer')
  }
  return refuse('payment-provider-unreachable')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
