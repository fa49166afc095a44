/**
 * Hands a paid renewal to the registry, and takes the name out of the sweep until the answer is there. Its next notice
 * keeps its place: it is not told while the renewal is under way, and not lost when that comes to nothing.
 */
import { type NotSentReason, queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { recordAudit } from '@/lib/audit/record'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Domain } from '../domain.store'
import type { RenewalItem } from './renewal.store'

/** What a sweep has asked of the registry for a name that is not renewed. */
const SWEEP_EFFECTS = ['domain-hold', 'domain-delete', 'domain-release']
const BEING_RENEWED: NotSentReason = 'being-renewed'

/** R-VN-07: the registry renews first, then the customer is told. The name is locked. */
export async function sendRenewal(
  uow: UnitOfWork,
  item: RenewalItem,
  domain: Domain,
): Promise<Result<unknown>> {
  await uow.tx.renewalItem.update({ where: { id: item.id }, data: { state: 'SENT' } })
  await uow.tx.domain.update({
    where: { id: domain.id },
    data: { renewingId: item.id, nextTransitionAt: null },
  })
  await dropEffects(uow, domain.id)
  const { registry, nameAscii: name } = domain
  const isRestored = item.phase === 'redemption' || domain.status === 'REDEMPTION'
  const isExpired = item.phase !== 'term'
  const from = (domain.registryExpiresAt ?? item.oldExpiresAt).toISOString()
  await queueRegistryCommands(uow, { type: 'domain', id: domain.id }, [
    ...(isRestored ? [{ registry, kind: 'domain-restore', payload: { name } }] : []),
    { registry, kind: 'domain-renew', payload: { name, years: item.years, from } },
    ...(isExpired ? [{ registry, kind: 'domain-unhold', payload: { name } }] : []),
  ])
  await recordAudit(uow, {
    action: 'domains.send-renewal',
    subjectType: 'domain',
    subjectId: domain.id,
    data: { itemId: item.id, phase: item.phase, years: item.years },
  })
  return ok()
}

/** A suspension or deletion that has not gone out yet does not go out any more. */
async function dropEffects(uow: UnitOfWork, domainId: string): Promise<void> {
  await uow.tx.registryCommand.updateMany({
    where: {
      subjectType: 'domain',
      subjectId: domainId,
      state: 'QUEUED',
      attempts: 0,
      kind: { in: SWEEP_EFFECTS },
    },
    data: { state: 'NOT_SENT', settledAt: uow.now, message: BEING_RENEWED },
  })
}
