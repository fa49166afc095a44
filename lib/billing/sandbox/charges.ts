/** Charges of kept cards: the merchant asks, nobody visits a page. */
import type { IncomingMessage } from 'node:http'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import { systemClock } from '@/lib/kernel/clock'
import { amount, currency, keyOf, parse, storedUnder } from './api-call'
import { inTransaction, withClient } from './database'
import { HttpProblem } from './http'
import type { KeptCard } from './kept-card.store'
import { storeMessage } from './outbox'
import { type Service, unguessableId } from './service'

const chargeRequest = z.strictObject({
  amount,
  currency,
  description: z.string().min(1).max(200),
  reference: z.string().min(1).max(100),
  card: z.string().max(200),
  customer: z.string().max(100),
})
type ChargeRequest = z.infer<typeof chargeRequest>

interface ChargeRow {
  readonly id: string
  readonly status: 'done' | 'declined'
  readonly reason: string | null
  readonly request: unknown
}

/** Charges a card once for each key; what it was asked first under a key is answered again. */
export async function createCharge(service: Service, request: IncomingMessage) {
  const key = keyOf(request)
  const asked = await parse(request, chargeRequest)
  await withClient(service.pool, (client) => inTransaction(client, () => charge(client, key, asked)))
  service.wake()
  const row = await storedUnder<ChargeRow>(service, 'charge', key, asked)
  if (row.status === 'declined') return { status: row.status, reason: row.reason ?? '' }
  const { rows } = await service.pool.query<{ id: string }>(
    'select id from sandbox_pay.payment where charge_id = $1',
    [row.id],
  )
  return { status: row.status, payment: rows[0]?.id }
}

async function charge(client: ClientBase, key: string, asked: ChargeRequest): Promise<void> {
  const { rows } = await client.query<KeptCard>('select * from sandbox_pay.card where token = $1', [
    asked.card,
  ])
  const card = rows[0]
  if (!card || card.customer !== asked.customer) throw new HttpProblem(404, 'card-unknown')
  const reason = card.forgotten_at ? 'card-forgotten' : card.charges_declined ? 'insufficient-funds' : null
  const id = unguessableId('ch')
  const { rowCount } = await client.query(
    `insert into sandbox_pay.charge (id, idempotency_key, request, amount, currency, card_token, status, reason,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (idempotency_key) do nothing`,
    [
      ...[id, key, JSON.stringify(asked), asked.amount, asked.currency, asked.card],
      ...[reason ? 'declined' : 'done', reason, systemClock.now()],
    ],
  )
  if (rowCount === 1 && !reason) await pay(client, id, asked, card)
}

async function pay(
  client: ClientBase,
  chargeId: string,
  asked: ChargeRequest,
  card: KeptCard,
): Promise<void> {
  const paymentId = unguessableId('pay')
  await client.query(
    `insert into sandbox_pay.payment (id, charge_id, amount, currency, card_end, paid_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [paymentId, chargeId, asked.amount, asked.currency, card.card_end, systemClock.now()],
  )
  const { reference, amount, currency } = asked
  await storeMessage(client, 'payment.succeeded', { reference, paymentId, amount, currency })
}

/** A card is never charged again; forgetting it twice is forgetting it. */
export async function forgetCard(service: Service, request: IncomingMessage) {
  const { card } = await parse(request, z.strictObject({ card: z.string().max(200) }))
  await service.pool.query(
    'update sandbox_pay.card set forgotten_at = $2 where token = $1 and forgotten_at is null',
    [card, systemClock.now()],
  )
  return { status: 'forgotten' }
}
