/** What the holder of a name that renews itself is told. */
import { queueMessage } from '@/lib/audit/outbox'
import type { Money } from '@/lib/kernel/money'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import type { Domain } from '../domain.store'

/** Before the first try: when, how much and from what is charged. Without a coming try nothing is told. */
export async function tellAutoNotice(
  uow: UnitOfWork,
  domain: Domain,
  { nextAt, total }: { nextAt: Date | null; total: Money },
): Promise<void> {
  if (!nextAt) return
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: domain.autoRenew === 'CARD' ? 'auto-renewal-card' : 'auto-renewal-credit',
    params: {
      ...about(domain),
      due: nextAt.toISOString(),
      minor: total.minor.toString(),
      currency: total.currency,
    },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `auto-renewal:${domain.id}:${domain.expiresAt?.toISOString()}`,
  })
}

/** A try failed: the next one, or after the last that the holder has to renew by hand. */
export async function tellChargeFailed(
  uow: UnitOfWork,
  domain: Domain,
  { invoiceId, nextAt }: { invoiceId: string; nextAt: Date | null },
): Promise<Result<unknown>> {
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: nextAt ? 'auto-renewal-failed' : 'auto-renewal-given-up',
    params: { ...about(domain), ...(nextAt && { due: nextAt.toISOString() }) },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `auto-renewal-failed:${invoiceId}:${nextAt?.toISOString() ?? 'last'}`,
  })
  return ok()
}

function about(domain: Domain) {
  return {
    name: domain.nameUnicode,
    expires: domain.expiresAt?.toISOString() ?? '',
    timeZone: zoneById(domain.zone).timeZone,
    path: `/names/${domain.nameAscii}`,
  }
}
