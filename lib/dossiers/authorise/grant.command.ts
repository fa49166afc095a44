import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { REGISTRAR_TIME_ZONE } from '@/lib/billing/invoice/number'
import { tellContact, tellGrantor } from '@/lib/domains/authorise/authorisation-messages'
import { personOf, WITH_NAMES } from '@/lib/domains/authorise/authorisation.store'
import { grantInput } from '@/lib/domains/authorise/authorise.input'
import { lockDomains } from '@/lib/domains/renew/renewal.store'
import { actorUserId } from '@/lib/kernel/actor'
import { legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import { decideGrant } from './grant.rule'
import { namesToAuthorise, paperOf } from './grant.store'

const PER_USER = { name: 'grant-authorisation', points: 30, seconds: 3600 }

/**
 * An organisation's user authorises somebody by their mail address to renew certain names, and nothing else
 * (R-VN-06); the written authorisation is on file before. They may do so once they have accepted.
 */
export const grantAuthorisation = defineCommand({
  name: 'dossiers.grant-authorisation',
  permit: may('name.authorise'),
  stepUp: true,
  input: grantInput,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async run(uow, { domainIds, ...granted }) {
    const grantor = await personOf(uow.tx, uow.actor)
    if (!grantor) return refuse('not-found')
    const ids = [...new Set(domainIds)]
    const names = await namesToAuthorise(uow.tx, await lockDomains(uow, ids))
    const dossierIds = names.map(({ dossierId }) => dossierId)
    const decided = decideGrant({
      ...granted,
      grantor,
      names: ids.map((id) => names.find((name) => name.id === id)),
      paper: await paperOf(uow.tx, granted.documentId, dossierIds),
      today: legalDay(uow.now, REGISTRAR_TIME_ZONE),
    })
    if (!decided.ok) return decided
    const authorisation = await uow.tx.renewalAuthorisation.create({
      data: {
        ...{ ...granted, id: newId(), grantorId: grantor.userId, grantedAt: uow.now },
        names: { create: ids.map((domainId) => ({ domainId })) },
      },
      include: WITH_NAMES,
    })
    await tellContact(uow, authorisation, 'authorisation-offered')
    await tellGrantor(uow, authorisation, 'authorisation-granted')
    await recordAudit(uow, {
      action: 'dossiers.grant-authorisation',
      subjectType: 'authorisation',
      subjectId: authorisation.id,
      data: { names: ids.length, documentId: granted.documentId },
    })
    return ok({ authorisationId: authorisation.id })
  },
})
