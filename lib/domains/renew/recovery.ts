/** What the holder is told when a name in redemption could not be recovered. */
import { queueMessage } from '@/lib/audit/outbox'
import { moneyOf } from '@/lib/billing/money'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Domain } from '../domain.store'
import type { RenewalItem } from './renewal.store'

/**
 * R-HO-10: all that was paid is free credit, the redemption fee too, and pays no other invoice by itself. `reason` is
 * the registry's; empty when the payment came too late.
 */
export async function tellRecoveryFailed(
  uow: UnitOfWork,
  domain: Domain,
  item: RenewalItem,
  reason: string,
): Promise<void> {
  const { total, currency } = await uow.tx.invoice.findUniqueOrThrow({ where: { id: item.invoiceId ?? '' } })
  const paid = moneyOf(total, currency)
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: reason ? 'recovery-refused' : 'recovery-late',
    params: {
      name: domain.nameUnicode,
      ...(reason && { reason }),
      ...{ minor: paid.minor.toString(), currency: paid.currency, path: '/credit' },
    },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `recovery-failed:${item.id}`,
  })
}
