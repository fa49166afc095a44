import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { tellContact, tellGrantor } from './authorisation-messages'
import { decideAccept } from './authorisation.rule'
import { dayOf, lockAuthorisation, personOf } from './authorisation.store'
import { authorisationInput } from './authorise.input'

/** The contact accepts what is offered to their confirmed address; from then on they may renew (R-VN-06). */
export const acceptAuthorisation = defineCommand({
  name: 'domains.accept-authorisation',
  permit: may('name.authorise'),
  input: authorisationInput,
  async run(uow, { authorisationId }) {
    const found = await lockAuthorisation(uow, authorisationId)
    if (!found.ok) return found
    const person = await personOf(uow.tx, uow.actor)
    if (!person) return refuse('not-found')
    const decided = decideAccept(found.value, person, dayOf(found.value, uow.now))
    if (!decided.ok) return decided
    const accepted = { contactId: person.userId, acceptedAt: uow.now }
    await uow.tx.renewalAuthorisation.update({ where: { id: authorisationId }, data: accepted })
    const authorisation = { ...found.value, ...accepted }
    await tellGrantor(uow, authorisation, 'authorisation-accepted')
    await tellContact(uow, authorisation, 'authorisation-begun')
    await recordAudit(uow, {
      action: 'domains.accept-authorisation',
      subjectType: 'authorisation',
      subjectId: authorisationId,
    })
    return ok({ authorisationId })
  },
})
