/** What a customer sees of the cards they keep. */
import { db } from '@/lib/platform/db'

export interface CardView {
  readonly id: string
  readonly cardEnd: string
  readonly createdAt: Date
}

/** A customer's kept cards, the one that is charged first. */
export function cardsView(customerId: string): Promise<readonly CardView[]> {
  return db().paymentMethod.findMany({
    where: { customerId, removedAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, cardEnd: true, createdAt: true },
  })
}
