/** A checkout as its page needs it, and what the payer's choice does to it. */
import type { ClientBase, Pool } from 'pg'
import { systemClock } from '@/lib/kernel/clock'
import type { CardVerdict } from './card.rule'
import { inTransaction, withClient } from './database'
import { keepCard } from './kept-card.store'
import { storeMessage } from './outbox'
import { unguessableId } from './service'

export interface Checkout {
  readonly id: string
  readonly amount: string
  readonly currency: string
  readonly description: string
  readonly reference: string
  readonly return_url: string
  readonly locale: string
  /** To whom keeping the card is offered. */
  readonly customer: string | null
  readonly status: 'open' | 'paid' | 'failed' | 'expired'
  /** How many payments were made. */
  readonly payments: number
}

const SELECT = `select c.*, (select count(*)::int from sandbox_pay.payment p where p.checkout_id = c.id) as payments
  from sandbox_pay.checkout c where c.id = $1`

/** The checkout behind a page; undefined when there is none. */
export async function findCheckout(pool: Pool, id: string): Promise<Checkout | undefined> {
  const { rows } = await pool.query<Checkout>(SELECT, [id])
  return rows[0]
}

export type Choice = 'pay' | 'pay-twice' | 'decline'

export interface Chosen {
  readonly choice: Choice
  readonly card: CardVerdict
  /** Keeps the card for the checkout's customer. */
  readonly keep: boolean
}

/**
 * Carries out a choice on an open checkout, together with the messages that tell of it. A checkout that is no
 * longer open stays as it is: a form sent twice pays once.
 */
export async function choose(pool: Pool, id: string, { choice, card, keep }: Chosen): Promise<void> {
  await withClient(pool, (client) =>
    inTransaction(client, async () => {
      await client.query('select 1 from sandbox_pay.checkout where id = $1 for update', [id])
      const { rows } = await client.query<Checkout>(SELECT, [id])
      const checkout = rows[0]
      if (checkout?.status !== 'open') return
      const isPaid = choice !== 'decline' && card.outcome === 'accepted'
      await client.query('update sandbox_pay.checkout set status = $2 where id = $1', [
        id,
        isPaid ? 'paid' : 'failed',
      ])
      if (!isPaid) {
        await storeMessage(client, 'payment.failed', { checkoutId: id, reference: checkout.reference })
        return
      }
      const kept = keep && checkout.customer ? await keepCard(client, checkout.customer, card) : undefined
      for (let count = choice === 'pay-twice' ? 2 : 1; count > 0; count--)
        await pay(client, checkout, { end: card.end, ...(kept && { kept }) })
    }),
  )
}

async function pay(
  client: ClientBase,
  checkout: Checkout,
  card: { end: string; kept?: string },
): Promise<void> {
  const { id: checkoutId, reference, amount, currency } = checkout
  const paymentId = unguessableId('pay')
  await client.query(
    `insert into sandbox_pay.payment (id, checkout_id, amount, currency, card_end, paid_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [paymentId, checkoutId, amount, currency, card.end, systemClock.now()],
  )
  await storeMessage(client, 'payment.succeeded', {
    ...{ checkoutId, reference, paymentId, amount, currency },
    ...(card.kept && { card: { token: card.kept, end: card.end } }),
  })
}
