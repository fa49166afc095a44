/** The hold: the place in order kept on a name for a valid and paid dossier (R-NS-08). */
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { actorName } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, type Result } from '@/lib/kernel/result'
import { env } from '@/lib/platform/env'
import type { Prisma } from '@/lib/platform/generated/client'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { contentHash, versionAt, zoneById } from '@/lib/policy/resolver'
import { allotmentAfterHold } from '../allotment.rule'
import {
  CONTACT_ROLES,
  type ContactData,
  type ContactRole,
  contactData,
  newHandle,
} from '../contacts/contact'

export interface HoldRequest {
  readonly dossierId: string
  readonly ownerId: string
  readonly zone: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly years: number
  /** Anchor of the policy version: the filing. */
  readonly filedAt: Date
  readonly contacts: Readonly<Record<ContactRole, ContactData>>
  /** Empty: the registrar's parking. */
  readonly nameServers: readonly { name: string; addresses: readonly string[] }[]
}

/**
 * Places the hold, computes the allotment's slot (24 hours, then the next work slot: R-NS-08, 32, 33) and has
 * the name checked again at the registry.
 */
export async function placeHold(
  uow: UnitOfWork,
  request: HoldRequest,
): Promise<Result<{ domainId: string }>> {
  const zone = zoneById(request.zone)
  const version = versionAt(zone, request.filedAt)
  const { dueAt, slot } = allotmentAfterHold(uow.now, zone, version)
  const id = newId()
  await uow.tx.domain.create({
    data: {
      id,
      nameAscii: request.nameAscii,
      openName: request.nameAscii,
      nameUnicode: request.nameUnicode,
      zone: request.zone,
      registry: zone.registry,
      ownerId: request.ownerId,
      dossierId: request.dossierId,
      status: 'HELD',
      version: 1,
      years: request.years,
      policyFrom: version.from.value,
      policyHash: contentHash(version),
      heldAt: uow.now,
      allotmentDueAt: dueAt,
      allotmentSlotAt: slot.at,
      nameServers: declaredServers(request),
      nextTransitionAt: slot.at,
      events: { create: holdEvent(uow) },
      contacts: { create: CONTACT_ROLES.map((role) => newContact(uow, role, request.contacts[role])) },
    },
  })
  await queueRegistryCommands(uow, { type: 'domain', id }, [
    { registry: zone.registry, kind: 'domain-check', payload: { name: request.nameAscii } },
  ])
  await recordAudit(uow, { action: 'domains.hold', subjectType: 'domain', subjectId: id })
  return ok({ domainId: id })
}

/** `host` or `host address address`, as the name's record keeps them. */
function declaredServers({ nameServers }: HoldRequest): string[] {
  if (nameServers.length === 0) return env().PARKING_NAME_SERVERS
  return nameServers.map((server) => [server.name, ...server.addresses].join(' '))
}

function holdEvent(uow: UnitOfWork): Prisma.DomainEventUncheckedCreateWithoutDomainInput {
  return {
    version: 1,
    from: 'NEW',
    command: 'hold',
    to: 'HELD',
    actor: actorName(uow.actor),
    at: uow.now,
    data: {},
  }
}

function newContact(uow: UnitOfWork, role: ContactRole, data: ContactData) {
  return {
    id: newId(),
    role,
    handle: newHandle(),
    data: { ...contactData(data) },
    changedAt: uow.now,
    registered: false,
  }
}
