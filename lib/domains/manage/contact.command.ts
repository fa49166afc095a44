import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { phoneNumber } from '@/lib/kernel/phone'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { type ContactData, contactData, registryContact } from '../contacts/contact'
import { lockOwnDomain } from '../domain.store'
import { mayChangeContacts } from '../lifecycle'
import { contactInput } from './manage.input'

/**
 * Changes a contact of a registered name, also after its expiry while it can be renewed: our own data and, through the journal, the registry's (R-NS-16,
 * R-NS-18). The registrant's name and organisation stay: another holder is another dossier.
 */
export const changeContact = defineCommand({
  name: 'domains.change-contact',
  permit: may('name.manage'),
  input: contactInput,
  async run(uow, { domainId, role, ...fields }) {
    const found = await lockOwnDomain(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    if (!mayChangeContacts(domain.status)) return refuse('name-not-active')
    const contact = await uow.tx.domainContact.findUnique({ where: { domainId_role: { domainId, role } } })
    if (!contact) return refuse('not-found')
    const before = contact.data as unknown as ContactData
    const { province, postalCode, organisation, ...rest } = fields
    const data = contactData({
      ...rest,
      phone: phoneNumber(fields.phone),
      ...(organisation && { organisation }),
      ...(province && { province }),
      ...(postalCode && { postalCode }),
    })
    if (role === 'registrant' && (data.name !== before.name || data.organisation !== before.organisation)) {
      return refuse('holder-fixed', {
        rule: 'R-NS-16',
        field: data.name !== before.name ? 'name' : 'organisation',
      })
    }
    await uow.tx.domainContact.update({
      where: { id: contact.id },
      data: { data: { ...data }, changedAt: uow.now },
    })
    await queueRegistryCommands(uow, { type: 'domain', id: domainId }, [
      { registry: domain.registry, kind: 'contact-update', payload: registryContact(contact.handle, data) },
    ])
    await recordAudit(uow, {
      action: 'domains.change-contact',
      subjectType: 'domain',
      subjectId: domainId,
      data: { role },
    })
    return ok({ domainId })
  },
})
