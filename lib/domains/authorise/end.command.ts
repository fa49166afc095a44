import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorName } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { tellContact, tellGrantor } from './authorisation-messages'
import { decideEnd } from './authorisation.rule'
import { dayOf, lockAuthorisation, personOf } from './authorisation.store'
import { authorisationInput } from './authorise.input'

/** The grantor takes an authorisation back, at any time and without a reason (R-VN-06). */
export const withdrawAuthorisation = defineCommand({
  name: 'domains.withdraw-authorisation',
  permit: may('name.authorise'),
  input: authorisationInput,
  run: (uow, { authorisationId }) => end(uow, authorisationId, 'grantor'),
})

/** The contact gives an authorisation up or declines its offer, at any time (R-VN-06). */
export const giveUpAuthorisation = defineCommand({
  name: 'domains.give-up-authorisation',
  permit: may('name.authorise'),
  input: authorisationInput,
  run: (uow, { authorisationId }) => end(uow, authorisationId, 'contact'),
})

/** Ends it and tells both sides; what was asked for before stays as it is. */
async function end(
  uow: UnitOfWork,
  authorisationId: string,
  as: 'grantor' | 'contact',
): Promise<Result<{ authorisationId: string }>> {
  const found = await lockAuthorisation(uow, authorisationId)
  if (!found.ok) return found
  const authorisation = found.value
  const person = await personOf(uow.tx, uow.actor)
  if (!person) return refuse('not-found')
  const decided = decideEnd(authorisation, person, as, dayOf(authorisation, uow.now))
  if (!decided.ok) return decided
  await uow.tx.renewalAuthorisation.update({
    where: { id: authorisationId },
    data: { withdrawnAt: uow.now, withdrawnBy: actorName(uow.actor) },
  })
  const isWithdrawn = as === 'grantor'
  await tellContact(uow, authorisation, isWithdrawn ? 'authorisation-withdrawn' : 'authorisation-gave-up')
  await tellGrantor(uow, authorisation, isWithdrawn ? 'authorisation-taken-back' : 'authorisation-given-up')
  await recordAudit(uow, {
    action: isWithdrawn ? 'domains.withdraw-authorisation' : 'domains.give-up-authorisation',
    subjectType: 'authorisation',
    subjectId: authorisationId,
  })
  return ok({ authorisationId })
}
