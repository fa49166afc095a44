/** Cards that customers keep at the provider for later payments. */
import { newId } from '@/lib/kernel/ids'
import type { Tx } from '@/lib/platform/db'
import type { PaymentMethodModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

export type Card = PaymentMethodModel

/** The card that a customer keeps now: the latest; null when none is kept. */
export function cardOf(tx: Tx, customerId: string): Promise<Card | null> {
  return tx.paymentMethod.findFirst({ where: { customerId, removedAt: null }, orderBy: { id: 'desc' } })
}

export interface KeptCard {
  readonly provider: string
  readonly token: string
  readonly end: string
}

/** Enters a card that its payer wants kept; the same one told twice is entered once, a removed one stays removed. */
export async function keepCard(uow: UnitOfWork, customerId: string, card: KeptCard): Promise<void> {
  await uow.tx.$executeRaw`
    INSERT INTO payment_method (id, customer_id, provider, provider_ref, card_end, created_at)
    VALUES (${newId()}::uuid, ${customerId}::uuid, ${card.provider}, ${card.token}, ${card.end}, ${uow.now})
    ON CONFLICT (provider, provider_ref) DO NOTHING`
}
