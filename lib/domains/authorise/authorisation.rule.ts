/** What an authorisation to renew is worth on a day, and who may accept or end it (R-VN-06). */
import type { LegalDay } from '@/lib/kernel/days'
import { ok, refuse, type Result } from '@/lib/kernel/result'

/** An authorisation for one name, as far as it decides who may renew it. */
export interface AuthorisationFacts {
  readonly grantorId: string
  readonly email: string
  readonly contactId: string | null
  /** First and last local day, in the time zone of the name. */
  readonly fromDay: LegalDay
  readonly untilDay: LegalDay
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

export type AuthorisationState = 'offered' | 'accepted' | 'withdrawn' | 'ended'

/** How an authorisation stands on a local day; that it has ended follows from its last day alone. */
export function authorisationState(facts: AuthorisationFacts, today: LegalDay): AuthorisationState {
  if (facts.withdrawnAt) return 'withdrawn'
  if (today > facts.untilDay) return 'ended'
  return facts.acceptedAt ? 'accepted' : 'offered'
}

/** Why an accepted authorisation does not hold on a local day; null when it does. Each names R-VN-06. */
export function whyNotInForce(facts: AuthorisationFacts, today: LegalDay): string | null {
  const state = authorisationState(facts, today)
  if (state === 'withdrawn') return 'renew-authorisation-withdrawn'
  if (state === 'ended') return 'renew-authorisation-ended'
  return today < facts.fromDay ? 'renew-authorisation-not-begun' : null
}

/** Somebody who signs in, by the address that is theirs. */
export interface Person {
  readonly userId: string
  readonly email: string
  readonly isConfirmed: boolean
}

/** The part that a person has in an authorisation: they granted it, or it is offered to or accepted by them. */
export function partIn(
  facts: AuthorisationFacts,
  { userId, email }: Pick<Person, 'userId' | 'email'>,
): 'grantor' | 'contact' | null {
  if (facts.grantorId === userId) return 'grantor'
  const isContact = facts.contactId ? facts.contactId === userId : facts.email === email
  return isContact ? 'contact' : null
}

/** R-VN-06: accepted once, by the user whose confirmed address is the one it was offered to, and while it stands. */
export function decideAccept(facts: AuthorisationFacts, person: Person, today: LegalDay): Result<unknown> {
  if (partIn(facts, person) !== 'contact') return refuse('not-found')
  if (!person.isConfirmed) return refuse('email-not-confirmed')
  const state = authorisationState(facts, today)
  return state === 'offered' ? ok() : refuse(`authorisation-${state}`, { rule: 'R-VN-06' })
}

/** R-VN-06: the grantor withdraws it at any time, and the contact gives it up at any time; it ends once. */
export function decideEnd(
  facts: AuthorisationFacts,
  person: Person,
  as: 'grantor' | 'contact',
  today: LegalDay,
): Result<unknown> {
  if (partIn(facts, person) !== as) return refuse('not-found')
  if (as === 'contact' && !person.isConfirmed) return refuse('email-not-confirmed')
  const state = authorisationState(facts, today)
  if (state === 'offered' || state === 'accepted') return ok()
  return refuse(`authorisation-${state}`, { rule: 'R-VN-06' })
}
