/** Who may pay an invoice besides its customer: billing asks whoever knows its subject; wiring.ts provides that. */
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Invoice } from '../invoice/invoice.store'

type OtherPayer = (uow: UnitOfWork, invoice: Invoice) => Promise<Result<unknown>>

const kept = globalThis as { tenureOtherPayer?: OtherPayer }

/** Provides the decision; only wiring.ts calls this. */
export function provideOtherPayer(decide: OtherPayer): void {
  kept.tenureOtherPayer = decide
}

/** The customer pays; somebody else only where the invoice's subject lets them. Refuses `not-found` otherwise. */
export async function decidePayer(uow: UnitOfWork, invoice: Invoice): Promise<Result<unknown>> {
  if (invoice.customerId === actorUserId(uow.actor)) return ok()
  return (await kept.tenureOtherPayer?.(uow, invoice)) ?? refuse('not-found')
}
