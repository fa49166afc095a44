/** What the registry's answers mean for a renewal; each runs in the unit of work that settles the journal row. */
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { lockInvoice } from '@/lib/billing/invoice/invoice.store'
import { recognise } from '@/lib/billing/ledger/recognise'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { type Domain, lockDomain, moveDomain } from '../domain.store'
import { nextStep } from '../life.rule'
import type { DomainStatus } from '../lifecycle'
import { noticePlan } from '../notices.rule'
import { termDates } from '../term'
import { nextChargeAfter } from './auto-renew.rule'
import { tellRenewedForOther } from './for-other'
import { tellRecoveryFailed } from './recovery'
import { endItem, lockItem, RENEWAL_ITEM, type RenewalItem } from './renewal.store'

interface UnderWay {
  readonly item: RenewalItem
  readonly domain: Domain
}

/** The renewal that a name waits for, everything locked, the invoice first; null when it waits for none. */
async function lockUnderWay(uow: UnitOfWork, domainId: string): Promise<UnderWay | null> {
  const { renewingId } = await uow.tx.domain.findUniqueOrThrow({
    where: { id: domainId },
    select: { renewingId: true },
  })
  const known = renewingId && (await uow.tx.renewalItem.findUnique({ where: { id: renewingId } }))
  if (!known) return null
  if (known.invoiceId) await lockInvoice(uow, known.invoiceId)
  const item = await lockItem(uow, known.id)
  const domain = await lockDomain(uow, domainId)
  return item?.state === 'SENT' && domain.ok ? { item, domain: domain.value } : null
}

/** The registry renewed the name: its term, its coming dates and the holder's message follow (R-VN-07). */
export async function confirmRenewal(
  uow: UnitOfWork,
  domainId: string,
  registryExpiresAt?: Date,
): Promise<Result<unknown>> {
  const found = await lockUnderWay(uow, domainId)
  if (!found) return ok()
  const { item, domain } = found
  const zone = zoneById(domain.zone)
  const { newExpiresAt } = item
  const moved = await moveDomain(uow, domain, 'renew', {
    ...termDates(zone, newExpiresAt),
    registryExpiresAt: registryExpiresAt ?? newExpiresAt,
    renewingId: null,
    nextChargeAt: domain.autoRenew === 'OFF' ? null : nextChargeAfter(zone, newExpiresAt, uow.now),
  })
  if (!moved.ok) return moved
  await uow.tx.renewalItem.update({ where: { id: item.id }, data: { state: 'DONE', settledAt: uow.now } })
  await recordAudit(uow, {
    action: 'domains.renew',
    subjectType: 'domain',
    subjectId: domainId,
    data: { itemId: item.id, from: item.oldExpiresAt.toISOString(), to: newExpiresAt.toISOString() },
  })
  await tellRenewed(uow, domain, item)
  await tellRenewedForOther(uow, item, domain)
  return recognise(uow, { subjectType: RENEWAL_ITEM, subjectId: item.id })
}

async function tellRenewed(uow: UnitOfWork, domain: Domain, item: RenewalItem): Promise<void> {
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: 'name-renewed',
    params: {
      name: domain.nameUnicode,
      before: item.oldExpiresAt.toISOString(),
      expires: item.newExpiresAt.toISOString(),
      timeZone: zoneById(domain.zone).timeZone,
      path: `/names/${domain.nameAscii}`,
    },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `name-renewed:${item.id}`,
  })
}

/**
 * The registry will not renew or restore the name: time goes on where it stood, and all that was paid becomes
 * credit, the redemption fee too (R-HO-10). `reason` is the registry's.
 */
export async function refuseRenewal(
  uow: UnitOfWork,
  domainId: string,
  reason: string,
): Promise<Result<unknown>> {
  const found = await lockUnderWay(uow, domainId)
  if (!found) return ok()
  const { item, domain } = found
  await backToLife(uow, domain)
  const ended = await endItem(uow, item, { state: 'REFUSED', reason: 'registry', said: reason })
  if (!ended.ok) return ended
  await recordAudit(uow, {
    action: 'domains.renewal-refused',
    subjectType: 'domain',
    subjectId: domainId,
    data: { itemId: item.id },
  })
  if (item.phase === 'redemption') await tellRecoveryFailed(uow, domain, item, reason)
  else await tellRefused(uow, domain, item, reason)
  return ok()
}

async function tellRefused(
  uow: UnitOfWork,
  domain: Domain,
  item: RenewalItem,
  reason: string,
): Promise<void> {
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: 'renewal-refused',
    params: { name: domain.nameUnicode, reason, path: `/renewals/${item.renewalId}` },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `renewal-refused:${item.id}`,
  })
}

/** What the sweep had asked of the registry by then; sent again, it changes nothing that is so already. */
const EFFECT_OF: Partial<Record<DomainStatus, string>> = {
  SUSPENDED: 'domain-hold',
  REDEMPTION: 'domain-delete',
}

/** A violation's suspension stands whatever came of the renewal (R-NS-37). */
function effectOf({ status, violationSince }: Domain): string | undefined {
  return EFFECT_OF[status] ?? (violationSince ? 'domain-hold' : undefined)
}

/** Time goes on where it stood: what fell due while the registry was asked is done and told now. */
async function backToLife(uow: UnitOfWork, domain: Domain): Promise<void> {
  const { id, status, expiresAt, nextNoticeAt, registry, nameAscii: name } = domain
  const zone = zoneById(domain.zone)
  const isOverdue = nextNoticeAt !== null && nextNoticeAt <= uow.now
  const coming = expiresAt ? noticePlan(zone, expiresAt).find(({ at }) => at > uow.now)?.at : undefined
  await uow.tx.domain.update({
    where: { id },
    data: {
      renewingId: null,
      nextTransitionAt: expiresAt ? (nextStep(zone, status, expiresAt)?.at ?? null) : null,
      ...(!isOverdue && { nextNoticeAt: coming ?? null }),
    },
  })
  const kind = effectOf(domain)
  if (kind) {
    await queueRegistryCommands(uow, { type: 'domain', id }, [{ registry, kind, payload: { name } }])
  }
}
