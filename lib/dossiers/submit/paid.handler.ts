import { queueMessage } from '@/lib/audit/outbox'
import { ok, type Result } from '@/lib/kernel/result'
import type { EventMap } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { lockDossier } from '../dossier.store'
import { holdWhenReady } from './hold'

/** What follows the payment of a dossier's invoice, in the same transaction. */
export async function onDossierPaid(
  uow: UnitOfWork,
  event: EventMap['invoice.paid'],
): Promise<Result<unknown>> {
  const found = await lockDossier(uow, event.subjectId)
  if (!found.ok) return found
  if (found.value.paidAt) return ok()
  const dossier = await uow.tx.dossier.update({ where: { id: found.value.id }, data: { paidAt: uow.now } })
  await queueMessage(uow, {
    userId: dossier.ownerId,
    template: 'payment-received',
    params: {
      name: dossier.nameUnicode,
      number: dossier.number ?? '',
      path: `/applications/${dossier.id}`,
    },
    subjectType: 'dossier',
    subjectId: dossier.id,
    dedupeKey: `paid:${event.invoiceId}`,
  })
  return holdWhenReady(uow, dossier)
}
