/** What follows the payment of a renewal's invoice, in the same transaction. */
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { ok, type Result } from '@/lib/kernel/result'
import type { EventMap } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { type Domain, lockDomain } from '../domain.store'
import { renewalFacts } from './facts.store'
import { tellPaidForOther } from './for-other'
import { tellRecoveryFailed } from './recovery'
import { decideRenewal } from './renew.rule'
import { endItem, lockItem, type RenewalItem } from './renewal.store'
import { sendRenewal } from './send'

/**
 * Decided again at the moment of payment (R-HO-03): if the name can still be renewed and is in the part of its life
 * that was quoted, the registry is asked to renew it; else the money becomes credit, and the holder is told.
 */
export async function onRenewalPaid(
  uow: UnitOfWork,
  { invoiceId, subjectId }: EventMap['invoice.paid'],
): Promise<Result<unknown>> {
  const item = await lockItem(uow, subjectId)
  if (item?.state !== 'ASKED') return ok()
  const found = await lockDomain(uow, item.domainId)
  if (!found.ok) return found
  const domain = found.value
  await tellPaidForOther(uow, item, domain)
  const late = await whyLate(uow, item, domain)
  if (!late) return sendRenewal(uow, item, domain)
  const ended = await endItem(uow, { ...item, invoiceId }, { state: 'REFUSED', reason: 'late', said: late })
  if (!ended.ok) return ended
  await recordAudit(uow, {
    action: 'domains.renewal-late',
    subjectType: 'domain',
    subjectId: domain.id,
    data: { itemId: item.id, refusal: late },
  })
  if (item.phase === 'redemption') await tellRecoveryFailed(uow, domain, { ...item, invoiceId }, '')
  else await tellLate(uow, domain, item)
  return ok()
}

async function tellLate(uow: UnitOfWork, domain: Domain, item: RenewalItem): Promise<void> {
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: 'renewal-late',
    params: { name: domain.nameUnicode, path: `/renewals/${item.renewalId}` },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `renewal-late:${item.id}`,
  })
}

/** The code of what speaks against it now; undefined when the quote holds. */
async function whyLate(uow: UnitOfWork, item: RenewalItem, domain: Domain): Promise<string | undefined> {
  if (domain.expiresAt?.getTime() !== item.oldExpiresAt.getTime()) return 'renewed-meanwhile'
  const factsOf = await renewalFacts(uow.tx, [domain])
  const decided = decideRenewal({
    zone: zoneById(domain.zone),
    status: domain.status,
    expiresAt: domain.expiresAt,
    years: item.years,
    now: uow.now,
    facts: factsOf(domain),
  })
  if (!decided.ok) return decided.refusal.code
  return decided.value.phase === item.phase ? undefined : 'phase-over'
}
