/** Reads for update and writes of names. */
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { edgeFor } from '@/lib/kernel/lifecycle'
import { refuse, type Result } from '@/lib/kernel/result'
import type { Prisma } from '@/lib/platform/generated/client'
import type { DomainModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { DOMAIN_LIFECYCLE } from './lifecycle'

export type Domain = DomainModel

/** Locks a name's record; `not-found` when there is none. */
export async function lockDomain(uow: UnitOfWork, domainId: string): Promise<Result<Domain>> {
  await uow.tx.$queryRaw`SELECT 1 FROM domain WHERE id = ${domainId}::uuid FOR UPDATE`
  const domain = await uow.tx.domain.findUnique({ where: { id: domainId } })
  return domain ? { ok: true, value: domain } : refuse('not-found')
}

/** Locks a name of the actor; another's is as good as not there. */
export async function lockOwnDomain(uow: UnitOfWork, domainId: string): Promise<Result<Domain>> {
  const found = await lockDomain(uow, domainId)
  if (found.ok && found.value.ownerId !== actorUserId(uow.actor)) return refuse('not-found')
  return found
}

export type DomainPatch = Omit<Prisma.DomainUncheckedUpdateInput, 'id' | 'status' | 'version'>

/** Takes an edge of the lifecycle: status, version and history row together. Refuses `not-now` without one. */
export async function moveDomain(
  uow: UnitOfWork,
  domain: Domain,
  command: string,
  patch: DomainPatch = {},
): Promise<Result<Domain>> {
  const edge = edgeFor(DOMAIN_LIFECYCLE, domain.status, command)
  if (!edge) return refuse('not-now', { params: { status: domain.status } })
  const version = domain.version + 1
  await uow.tx.domainEvent.create({
    data: {
      domainId: domain.id,
      version,
      from: domain.status,
      command,
      to: edge.to,
      actor: actorName(uow.actor),
      at: uow.now,
      data: {},
    },
  })
  const value = await uow.tx.domain.update({
    where: { id: domain.id },
    data: { ...patch, status: edge.to, version },
  })
  return { ok: true, value }
}
