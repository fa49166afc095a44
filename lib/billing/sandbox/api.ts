/** The provider's REST interface: checkouts and payouts, idempotent by `Idempotency-Key`. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { systemClock } from '@/lib/kernel/clock'
import { amount, currency, keyOf, parse, storedUnder } from './api-call'
import { createCharge, forgetCard } from './charges'
import { HttpProblem, sameSecret, sendJson } from './http'
import { type Service, unguessableId } from './service'

const checkoutRequest = z.strictObject({
  amount,
  currency,
  description: z.string().min(1).max(200),
  reference: z.string().min(1).max(100),
  returnUrl: z.url({ protocol: /^https?$/ }),
  locale: z.string().max(35),
  /** To whom the page offers to keep the card. */
  customer: z.string().max(100).optional(),
})

const payoutRequest = z.strictObject({
  amount,
  currency,
  description: z.string().min(1).max(200),
  reference: z.string().min(1).max(100),
  /** Back to the payer of this payment … */
  payment: z.string().max(200).optional(),
  /** … or to this customer. */
  customer: z.string().max(100).optional(),
})

const CHECKOUT_HOURS = 24

/** A payout whose amount ends in these digits is refused, so that this case can be tried. */
export const REFUSED_PAYOUT_END = '4002'

interface CheckoutRow {
  readonly id: string
  readonly amount: string
  readonly currency: string
  readonly reference: string
  readonly status: string
  readonly request: unknown
}

/** Answers a request below `/v1`. */
export async function serveApi(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
  if (!sameSecret(given, service.options.apiKey)) throw new HttpProblem(401, 'key-wrong')
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox')
  const [, , collection, id] = pathname.split('/')
  if (request.method === 'GET' && collection === 'checkouts' && id) {
    return sendJson(response, 200, await readCheckout(service, id))
  }
  if (request.method === 'POST' && collection === 'checkouts' && !id) {
    return sendJson(response, 200, await createCheckout(service, request))
  }
  if (request.method === 'POST' && collection === 'payouts' && !id) {
    return sendJson(response, 200, await createPayout(service, request))
  }
  if (request.method === 'POST' && collection === 'charges' && !id) {
    return sendJson(response, 200, await createCharge(service, request))
  }
  if (request.method === 'POST' && collection === 'cards' && id === 'forget') {
    return sendJson(response, 200, await forgetCard(service, request))
  }
  throw new HttpProblem(404, 'not-found')
}

async function readCheckout(service: Service, id: string) {
  const { rows } = await service.pool.query<CheckoutRow>('select * from sandbox_pay.checkout where id = $1', [
    id,
  ])
  if (!rows[0]) throw new HttpProblem(404, 'not-found')
  return shownCheckout(service, rows[0])
}

function shownCheckout(service: Service, { id, amount, currency, reference, status }: CheckoutRow) {
  return { id, url: `${service.publicUrl()}/pay/${id}`, amount, currency, reference, status }
}

async function createCheckout(service: Service, request: IncomingMessage) {
  const key = keyOf(request)
  const asked = await parse(request, checkoutRequest)
  const now = systemClock.now()
  await service.pool.query(
    `insert into sandbox_pay.checkout (id, idempotency_key, request, amount, currency, description, reference,
       return_url, locale, status, created_at, expires_at, customer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $12) on conflict (idempotency_key) do nothing`,
    [
      ...[unguessableId('co'), key, JSON.stringify(asked), asked.amount, asked.currency, asked.description],
      ...[asked.reference, asked.returnUrl, asked.locale],
      ...[now, new Date(now.getTime() + CHECKOUT_HOURS * 3_600_000), asked.customer],
    ],
  )
  const row = await storedUnder<CheckoutRow>(service, 'checkout', key, asked)
  return shownCheckout(service, row)
}

async function createPayout(service: Service, request: IncomingMessage) {
  const key = keyOf(request)
  const asked = await parse(request, payoutRequest)
  if (asked.payment) await mustBePaid(service, asked.payment)
  const isRefused = asked.amount.endsWith(REFUSED_PAYOUT_END)
  await service.pool.query(
    `insert into sandbox_pay.payout (id, idempotency_key, request, amount, currency, status, reason, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (idempotency_key) do nothing`,
    [
      ...[unguessableId('po'), key, JSON.stringify(asked), asked.amount, asked.currency],
      ...[isRefused ? 'refused' : 'done', isRefused ? 'account-closed' : null, systemClock.now()],
    ],
  )
  const row = await storedUnder<{ id: string; status: string; reason: string | null; request: unknown }>(
    service,
    'payout',
    key,
    asked,
  )
  return { id: row.id, status: row.status, reason: row.reason }
}

async function mustBePaid(service: Service, paymentId: string): Promise<void> {
  const { rowCount } = await service.pool.query('select 1 from sandbox_pay.payment where id = $1', [
    paymentId,
  ])
  if (rowCount === 0) throw new HttpProblem(404, 'payment-unknown')
}
