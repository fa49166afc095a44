/** Who may renew a name: the one place that decides it. */
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { legalDay } from '@/lib/kernel/days'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { zoneById } from '@/lib/policy/resolver'
import { type AuthorisationFacts, whyNotInForce } from '../authorise/authorisation.rule'

/** As much of a name as it takes to decide who may renew it. */
export interface NameToRenew {
  readonly id: string
  readonly ownerId: string
  readonly nameUnicode: string
  readonly zone: string
}

/** An authorisation for one certain name. */
type Authorisation = AuthorisationFacts & { readonly domainId: string }

/**
 * R-VN-06: the holder renews, by its own user, and so does a contact who has accepted the holder's written
 * authorisation for this very name, on its days in the zone's time zone. Whoever once had one is told why it does not
 * hold; for everybody else another's name is as good as not there.
 */
export function decideMayRenew(
  actor: Actor,
  name: NameToRenew | null,
  authorisations: readonly Authorisation[],
  now: Date,
): Result<unknown> {
  const userId = actorUserId(actor)
  if (!name || !userId) return refuse('not-found')
  if (name.ownerId === userId) return ok()
  const today = legalDay(now, zoneById(name.zone).timeZone)
  const reasons = authorisations
    .filter(({ domainId, grantorId }) => domainId === name.id && grantorId === name.ownerId)
    .filter(({ contactId, acceptedAt }) => contactId === userId && acceptedAt !== null)
    .map((authorisation) => whyNotInForce(authorisation, today))
  if (reasons.includes(null)) return ok()
  const reason = reasons[0]
  if (!reason) return refuse('not-found')
  return refuse(reason, { rule: 'R-VN-06', params: { name: name.nameUnicode } })
}
