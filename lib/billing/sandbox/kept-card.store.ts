import type { ClientBase } from 'pg'
import { systemClock } from '@/lib/kernel/clock'
import type { CardVerdict } from './card.rule'
import { unguessableId } from './service'

export interface KeptCard {
  readonly token: string
  readonly customer: string
  readonly card_end: string
  /** A test card whose later charges are declined. */
  readonly charges_declined: boolean
  readonly forgotten_at: Date | null
}

/** Keeps a card for a customer; its token. The number itself is kept nowhere. */
export async function keepCard(client: ClientBase, customer: string, card: CardVerdict): Promise<string> {
  const token = unguessableId('card')
  await client.query(
    `insert into sandbox_pay.card (token, customer, card_end, charges_declined, created_at)
     values ($1, $2, $3, $4, $5)`,
    [token, customer, card.end, card.laterDeclined, systemClock.now()],
  )
  return token
}
