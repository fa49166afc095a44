import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { type ContactData, registryContact } from '../contacts/contact'
import { type Domain, lockDomain, moveDomain } from '../domain.store'
import { domainInput } from './register.input'

/** Due: a held name's slot has come. Its contacts and the name itself go to the registry (R-NS-08, 32, 33). */
export const allotDomain = defineCommand({
  name: 'domains.allot',
  permit: may('name.allot'),
  input: domainInput,
  async run(uow, { domainId }) {
    const found = await lockDomain(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    // Decided again on the fresh row: another sweep may have been here.
    const isDue = domain.nextTransitionAt !== null && domain.nextTransitionAt <= uow.now
    if (domain.status !== 'HELD' || !isDue) return ok({ domainId })
    const moved = await moveDomain(uow, domain, 'allot', { nextTransitionAt: null })
    if (!moved.ok) return moved
    await sendToRegistry(uow, domain)
    await recordAudit(uow, { action: 'domains.allot', subjectType: 'domain', subjectId: domainId })
    return ok({ domainId })
  },
})

async function sendToRegistry(uow: UnitOfWork, domain: Domain): Promise<void> {
  const contacts = await uow.tx.domainContact.findMany({ where: { domainId: domain.id } })
  const handle = (role: string) => contacts.find((contact) => contact.role === role)?.handle ?? ''
  const creates = contacts.map((contact) => ({
    registry: domain.registry,
    kind: 'contact-create',
    payload: registryContact(contact.handle, contact.data as unknown as ContactData),
  }))
  const create = {
    registry: domain.registry,
    kind: 'domain-create',
    payload: {
      name: domain.nameAscii,
      years: domain.years,
      registrant: handle('registrant'),
      contacts: (['admin', 'tech', 'billing'] as const).map((role) => ({ role, id: handle(role) })),
      nameServers: domain.nameServers.map(readServer),
    },
  }
  await queueRegistryCommands(uow, { type: 'domain', id: domain.id }, [...creates, create])
}

/** A name server as the record keeps it: `host`, or `host address address`. */
export function readServer(line: string): { name: string; addresses: string[] } {
  const [name = '', ...addresses] = line.split(' ')
  return { name, addresses }
}
