/** What the holder of a name that renews itself is told. */
import { queueMessage } from '@/lib/audit/outbox'
import type { Money } from '@/lib/kernel/money'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import type { Domain } from '../domain.store'
import type { RenewalItem } from './renewal.store'

/** Before a charge: when, how much, from what, and how it is stopped. The name remembers that it was told. */
export async function tellAutoNotice(
  uow: UnitOfWork,
  domain: Domain,
  { nextAt, total }: { nextAt: Date; total: Money },
): Promise<void> {
  const due = nextAt.toISOString()
  await tellOnce(uow, domain, {
    template: domain.autoRenew === 'CARD' ? 'auto-renewal-card' : 'auto-renewal-credit',
    params: { due, minor: total.minor.toString(), currency: total.currency },
    dedupeKey: `auto-renewal:${termOf(domain)}:${domain.autoRenew}:${due}`,
  })
  await uow.tx.domain.update({ where: { id: domain.id }, data: { chargeToldFor: domain.expiresAt } })
}

/** A try failed: the next one, or after the last that the holder has to renew by hand. */
export async function tellChargeFailed(
  uow: UnitOfWork,
  domain: Domain,
  { invoiceId, nextAt }: { invoiceId: string; nextAt: Date | null },
): Promise<Result<unknown>> {
  await tellOnce(uow, domain, {
    ...(nextAt ? await nextTry(uow, domain, { invoiceId, nextAt }) : { template: 'auto-renewal-given-up' }),
    dedupeKey: `auto-renewal-failed:${invoiceId}:${nextAt?.toISOString() ?? 'last'}`,
  })
  return ok()
}

/** When it is tried again, and from credit what that has to cover by then. */
async function nextTry(
  uow: UnitOfWork,
  { autoRenew }: Domain,
  { invoiceId, nextAt }: { invoiceId: string; nextAt: Date },
): Promise<Omit<Told, 'dedupeKey'>> {
  const due = nextAt.toISOString()
  if (autoRenew === 'CARD') return { template: 'auto-renewal-failed', params: { due } }
  const { total, currency } = await uow.tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const params = { due, minor: total.toString(), currency, path: '/credit' }
  return { template: 'auto-renewal-uncovered', params }
}

/** No day to charge is left in this term: nothing was charged, and the holder has to renew by hand. */
export async function tellNotCharged(uow: UnitOfWork, domain: Domain): Promise<void> {
  await tellOnce(uow, domain, {
    template: 'auto-renewal-not-charged',
    dedupeKey: `auto-renewal-not-charged:${termOf(domain)}`,
  })
}

/** The name cannot be renewed now; why, once a term. */
export async function tellNotRenewable(uow: UnitOfWork, domain: Domain, code: string): Promise<void> {
  await tellOnce(uow, domain, {
    template: 'auto-renewal-refused',
    // ICU allows no hyphen in what a sentence chooses its words by.
    params: { why: code.replaceAll('-', '_') },
    dedupeKey: `auto-renewal-refused:${termOf(domain)}`,
  })
}

/** The holder has asked for a renewal by hand: it waits for their payment, and nothing is charged besides. */
export async function tellOwnWaits(uow: UnitOfWork, domain: Domain, item: RenewalItem): Promise<void> {
  await tellOnce(uow, domain, {
    template: 'auto-renewal-waits',
    params: { path: `/renewals/${item.renewalId}` },
    dedupeKey: `auto-renewal-waits:${item.id}`,
  })
}

interface Told {
  readonly template: string
  readonly params?: Readonly<Record<string, string>>
  readonly dedupeKey: string
}

async function tellOnce(
  uow: UnitOfWork,
  domain: Domain,
  { template, params, dedupeKey }: Told,
): Promise<void> {
  await queueMessage(uow, {
    userId: domain.ownerId,
    template,
    params: {
      name: domain.nameUnicode,
      expires: domain.expiresAt?.toISOString() ?? '',
      timeZone: zoneById(domain.zone).timeZone,
      path: `/names/${domain.nameAscii}`,
      ...params,
    },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey,
  })
}

/** A name's present term. */
function termOf({ id, expiresAt }: Domain): string {
  return `${id}:${expiresAt?.toISOString()}`
}
