/** What a settled journal row means for its subject. */
import { queueMessage } from '@/lib/audit/outbox'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { confirmRegistration, giveUpRegistration } from '@/lib/domains/register/answer'
import { confirmRenewal, refuseRenewal } from '@/lib/domains/renew/answer'
import { ok, type Result } from '@/lib/kernel/result'
import type { RegistryCommandModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { readAnswer } from '../connect'
import type { CreateDomain, DomainAvailability, NameServer } from '../gateway'
import type { CallKind } from './calls'

type Follow = (uow: UnitOfWork, row: RegistryCommandModel) => Promise<Result<unknown>>

const FOLLOW: Readonly<Record<CallKind, Follow>> = {
  'domain-check': followCheck,
  'contact-create': followContactCreate,
  'domain-create': followDomainCreate,
  'contact-update': followChange,
  'name-servers': followChange,
  'domain-restore': followRestore,
  'domain-renew': followRenew,
  'domain-hold': followEffect,
  'domain-unhold': followEffect,
  'domain-delete': followEffect,
  'domain-release': followEffect,
}

/** Lets the subject of a settled row follow its answer. */
export function followAnswer(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  return FOLLOW[row.kind as CallKind](uow, row)
}

/** The name was checked again at the hold (R-NS-08): taken meanwhile, the hold is given up at once. */
async function followCheck(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  const answers = (row.answer ?? []) as unknown as DomainAvailability[]
  const answer = answers[0]
  if (row.state !== 'DONE' || !answer || answer.available) return ok()
  return giveUpRegistration(uow, row.subjectId, `not-free: ${readAnswer(answer)}`)
}

async function followContactCreate(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  if (row.state === 'REFUSED') return giveUpRegistration(uow, row.subjectId, row.message ?? '')
  const { id } = row.payload as { id: string }
  await uow.tx.domainContact.updateMany({ where: { handle: id }, data: { registered: true } })
  return ok()
}

async function followDomainCreate(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  if (row.state === 'REFUSED') return giveUpRegistration(uow, row.subjectId, row.message ?? '')
  const { name, nameServers = [] } = row.payload as unknown as CreateDomain
  // Servers under the new name itself could not be named in its own create (RFC 5732).
  if (nameServers.some((server: NameServer) => server.name.endsWith(`.${name}`))) {
    await queueRegistryCommands(uow, { type: 'domain', id: row.subjectId }, [
      { registry: row.registry, kind: 'name-servers', payload: { name, nameServers } },
    ])
  }
  const { expiresAt } = (row.answer ?? {}) as { expiresAt?: string }
  return confirmRegistration(uow, row.subjectId, expiresAt ? new Date(expiresAt) : undefined)
}

/** A change went through or was refused by the registry; the registrant learns of a refusal. */
async function followChange(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  if (row.state === 'DONE') return ok()
  const domain = await uow.tx.domain.findUniqueOrThrow({ where: { id: row.subjectId } })
  await queueMessage(uow, {
    userId: domain.ownerId,
    template: 'change-refused',
    params: { name: domain.nameUnicode, reason: row.message ?? '', path: `/names/${domain.nameAscii}` },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `change-refused:${row.id}`,
  })
  return ok()
}

/** Restored, the renewal behind it goes out; refused, the name cannot be had back (R-HO-10). */
async function followRestore(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  return row.state === 'DONE' ? ok() : refuseRenewal(uow, row.subjectId, row.message ?? '')
}

async function followRenew(uow: UnitOfWork, row: RegistryCommandModel): Promise<Result<unknown>> {
  if (row.state !== 'DONE') return refuseRenewal(uow, row.subjectId, row.message ?? '')
  const { expiresAt } = (row.answer ?? {}) as { expiresAt?: string }
  return confirmRenewal(uow, row.subjectId, expiresAt ? new Date(expiresAt) : undefined)
}

/** What time did to a name stands whatever the registry says; a refusal is found among the exceptions. */
async function followEffect(): Promise<Result<unknown>> {
  return ok()
}
