/** A renewal that a contact asked for: what its owner and its contact are told, and who may pay it (R-VN-06). */
import { queueMessage } from '@/lib/audit/outbox'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { authorisationsOf } from '../authorise/authorisation.store'
import type { Domain } from '../domain.store'
import { decideMayRenew } from './may-renew.rule'
import type { RenewalItem } from './renewal.store'

interface Asked {
  readonly id: string
  readonly ownerId: string
  readonly requestedBy: string
}

/** The user who asked for a renewal of another's names; undefined when the owner did, or nobody. */
function contactOf({ ownerId, requestedBy }: Asked): string | undefined {
  const [kind, userId] = requestedBy.split(':')
  return kind === 'user' && userId !== ownerId ? userId : undefined
}

async function nameOfUser(tx: Tx, id: string): Promise<string> {
  return (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name ?? ''
}

/** The owner learns at once that a contact asks for a renewal of names of theirs. */
export async function tellAskedByContact(
  uow: UnitOfWork,
  { renewalId, ownerId, names }: { renewalId: string; ownerId: string; names: readonly Domain[] },
): Promise<void> {
  const contact = actorUserId(uow.actor)
  if (!contact || contact === ownerId) return
  await queueMessage(uow, {
    userId: ownerId,
    template: 'renewal-asked-by-contact',
    params: {
      contact: await nameOfUser(uow.tx, contact),
      name: names[0]?.nameUnicode ?? '',
      others: names.length - 1,
      path: `/renewals/${renewalId}`,
    },
    subjectType: 'renewal',
    subjectId: renewalId,
    dedupeKey: `renewal-asked-by-contact:${renewalId}`,
  })
}

/** The owner learns that what a contact has asked for is paid, whoever paid it; nothing is told of their own. */
export async function tellPaidForOther(uow: UnitOfWork, item: RenewalItem, domain: Domain): Promise<void> {
  const asked = await uow.tx.renewal.findUniqueOrThrow({ where: { id: item.renewalId } })
  const contact = contactOf(asked)
  if (!contact) return
  await queueMessage(uow, {
    userId: asked.ownerId,
    template: 'renewal-paid-by-contact',
    params: {
      contact: await nameOfUser(uow.tx, contact),
      name: domain.nameUnicode,
      path: `/renewals/${asked.id}`,
    },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `renewal-paid-by-contact:${item.id}`,
  })
}

/** The contact who asked learns that the registry has renewed the name, as its owner does (R-VN-07). */
export async function tellRenewedForOther(uow: UnitOfWork, item: RenewalItem, domain: Domain): Promise<void> {
  const asked = await uow.tx.renewal.findUniqueOrThrow({ where: { id: item.renewalId } })
  const contact = contactOf(asked)
  if (!contact) return
  await queueMessage(uow, {
    userId: contact,
    template: 'renewed-for-other',
    params: {
      name: domain.nameUnicode,
      expires: item.newExpiresAt.toISOString(),
      timeZone: zoneById(domain.zone).timeZone,
      path: `/renewals/${asked.id}`,
    },
    subjectType: 'renewal',
    subjectId: asked.id,
    dedupeKey: `renewed-for-other:${item.id}`,
  })
}

/**
 * R-VN-06: an invoice of a renewal may be paid by the contact who asked for it, for as long as they may renew the name;
 * for everybody else but its customer it is as good as not there.
 */
export async function decideOtherPayer(uow: UnitOfWork, itemId: string): Promise<Result<unknown>> {
  const item = await uow.tx.renewalItem.findUnique({
    where: { id: itemId },
    include: { renewal: true, domain: true },
  })
  if (item?.renewal.requestedBy !== actorName(uow.actor)) return refuse('not-found')
  const authorisations = await authorisationsOf(uow.tx, uow.actor, [item.domainId])
  return decideMayRenew(uow.actor, item.domain, authorisations, uow.now)
}
