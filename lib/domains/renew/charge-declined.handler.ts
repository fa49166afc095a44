/** What follows a charge that the card's issuer declined, in the same transaction. */
import { ok, type Result } from '@/lib/kernel/result'
import type { EventMap } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { lockDomain } from '../domain.store'
import { tellChargeFailed } from './auto-renew-messages'

/** The holder learns when it is tried again, or that no try is left. */
export async function onChargeDeclined(
  uow: UnitOfWork,
  { invoiceId, subjectId }: EventMap['charge.declined'],
): Promise<Result<unknown>> {
  const item = await uow.tx.renewalItem.findUnique({ where: { id: subjectId } })
  if (item?.state !== 'ASKED') return ok()
  const found = await lockDomain(uow, item.domainId)
  if (!found.ok) return found
  return tellChargeFailed(uow, found.value, { invoiceId, nextAt: found.value.nextChargeAt })
}
