/** What the registry's answers mean for a name; each runs in the unit of work that settles the journal row. */
import { recordAudit } from '@/lib/audit/record'
import { ok, type Result } from '@/lib/kernel/result'
import { tell } from '@/lib/platform/events'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { expiryAfter } from '../allotment.rule'
import { lockDomain, moveDomain } from '../domain.store'
import { termDates } from '../term'

/**
 * The registry created the name. The term runs from the allotment's slot, not from when a delayed run sent it:
 * same local date and time n years on. `registryExpiresAt` is the expiry that the registry told.
 */
export async function confirmRegistration(
  uow: UnitOfWork,
  domainId: string,
  registryExpiresAt?: Date,
): Promise<Result<unknown>> {
  const found = await lockDomain(uow, domainId)
  if (!found.ok) return found
  const domain = found.value
  if (domain.status === 'ACTIVE') return ok()
  const zone = zoneById(domain.zone)
  const expiresAt = expiryAfter(domain.allotmentSlotAt, domain.years, zone)
  const moved = await moveDomain(uow, domain, 'confirm', {
    registeredAt: domain.allotmentSlotAt,
    ...termDates(zone, expiresAt),
    registryExpiresAt: registryExpiresAt ?? expiresAt,
  })
  if (!moved.ok) return moved
  await recordAudit(uow, { action: 'domains.confirm', subjectType: 'domain', subjectId: domainId })
  const { dossierId, nameUnicode } = domain
  return tell(uow, 'domain.registered', { domainId, dossierId, nameUnicode, expiresAt })
}

/** The registry will not create the name: it is given up, and the dossier's money becomes credit. */
export async function giveUpRegistration(
  uow: UnitOfWork,
  domainId: string,
  reason: string,
): Promise<Result<unknown>> {
  const found = await lockDomain(uow, domainId)
  if (!found.ok) return found
  const domain = found.value
  if (domain.status === 'REFUSED') return ok()
  const command = domain.status === 'HELD' ? 'lose' : 'refuse'
  const moved = await moveDomain(uow, domain, command, {
    openName: null,
    nextTransitionAt: null,
    refusedReason: reason,
  })
  if (!moved.ok) return moved
  await recordAudit(uow, { action: `domains.${command}`, subjectType: 'domain', subjectId: domainId })
  return tell(uow, 'domain.refused', { domainId, dossierId: domain.dossierId, reason })
}
