/** What follows the registry's word on a held name, in the same transaction. */
import { queueMessage } from '@/lib/audit/outbox'
import { recognise } from '@/lib/billing/ledger/recognise'
import { ok, type Result } from '@/lib/kernel/result'
import type { EventMap } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { endClaim, lockDossier, moveDossier } from '../dossier.store'
import { endDossier } from './end'

/** The name is the registrant's: the dossier is complete, the claim has done its work. */
export async function onDomainRegistered(
  uow: UnitOfWork,
  event: EventMap['domain.registered'],
): Promise<Result<unknown>> {
  const found = await lockDossier(uow, event.dossierId)
  if (!found.ok) return found
  const moved = await moveDossier(uow, found.value, 'complete', { nextTransitionAt: null })
  if (!moved.ok) return moved
  await endClaim(uow, event.dossierId, 'allotted')
  await recognise(uow, { subjectType: 'dossier', subjectId: event.dossierId })
  await queueMessage(uow, {
    userId: found.value.ownerId,
    template: 'name-allotted',
    params: {
      name: event.nameUnicode,
      expires: event.expiresAt.toISOString(),
      path: `/names/${found.value.nameAscii}`,
    },
    subjectType: 'domain',
    subjectId: event.domainId,
    dedupeKey: `allotted:${event.domainId}`,
  })
  return ok()
}

/** The registry will not create it: the claim ends and the money becomes credit. */
export async function onDomainRefused(
  uow: UnitOfWork,
  event: EventMap['domain.refused'],
): Promise<Result<unknown>> {
  const found = await lockDossier(uow, event.dossierId)
  if (!found.ok) return found
  return endDossier(uow, found.value, {
    command: 'fail',
    template: 'name-refused',
    params: { reason: event.reason },
  })
}
