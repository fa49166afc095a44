/** Whether a name may be filed for, and if not, on which ground. */
import { ok, refuse, type Refusal, type RefusalParams, type Result, type RuleId } from '@/lib/kernel/result'
import type { NameInZone } from './resolver'
import { decideSyntax } from './syntax.rule'

/** Why a name cannot be filed for; what a search shows beside it. */
export const GROUNDS = [
  'bad-syntax',
  'not-open',
  'reserved',
  'in-dispute',
  'in-deletion',
  'exists',
  'claimed',
  'unknown',
] as const
export type Ground = (typeof GROUNDS)[number]

/** What is known of a name at this moment. `registry` is `unknown` when the registry did not answer. */
export interface AvailabilityFacts {
  readonly found: NameInZone
  /** State in the registry and in the portal's own records, whichever is further from free. */
  readonly registry: 'free' | 'exists' | 'in-deletion' | 'unknown'
  /** Another dossier's open claim; the applicant's own one does not count. */
  readonly claimedByOther: boolean
  readonly inDispute: boolean
  /** Left out before the applicant is known. */
  readonly applicantKind?: 'individual' | 'organisation'
}

/**
 * A dossier may be filed only for a name that is open, free and not yet filed for by another (R-NS-03,
 * R-NS-06), and for one that was given up, reclaimed or disputed only once it is fully deleted (R-NS-04).
 * Refuses with the first ground that holds, in the order of {@link GROUNDS}.
 */
export function decideAvailability(facts: AvailabilityFacts): Result<'free'> {
  const syntax = decideSyntax(facts.found)
  if (!syntax.ok) return syntax
  const opening = decideOpening(facts)
  if (!opening.ok) return opening
  const name = { name: facts.found.name.unicode }
  if (isReserved(facts.found)) return refused('availability-reserved', 'R-NS-03', name)
  if (facts.inDispute) return refused('availability-in-dispute', 'R-NS-04', name)
  if (facts.registry === 'in-deletion') return refused('availability-in-deletion', 'R-NS-04', name)
  if (facts.registry === 'exists') return refused('availability-exists', 'R-NS-06', name)
  if (facts.claimedByOther) return refused('availability-claimed', 'R-NS-06', name)
  if (facts.registry === 'unknown') return refused('availability-unknown', 'R-NS-06', name)
  return ok('free')
}

/** Under which ground a refusal of {@link decideAvailability}, `zoneOf` or `canonicalName` is shown. */
export function groundOf(refusal: Refusal): Ground {
  if (refusal.code.startsWith('name-')) return 'bad-syntax'
  if (refusal.code.startsWith('zone-')) return 'not-open'
  const ground = GROUNDS.find((entry) => refusal.code === `availability-${entry}`)
  if (!ground) throw new Error(`${refusal.code} is no ground of availability`)
  return ground
}

function decideOpening({ found, applicantKind }: AvailabilityFacts): Result<'open'> {
  const opening = found.suffix.opening.value
  const params = { name: found.name.unicode, extension: found.suffix.suffix }
  if (opening === 'closed') return refused('zone-closed', 'R-NS-03', params)
  if (opening === 'organisations only' && applicantKind === 'individual') {
    return refused('zone-organisations-only', 'R-NS-03', params)
  }
  return ok('open')
}

function isReserved({ zone, suffix, label }: NameInZone): boolean {
  return zone.reserved.some((entry) => entry.suffix === suffix.suffix && entry.labels.value.includes(label))
}

function refused(code: string, rule: RuleId, params: RefusalParams): Result<never> {
  return refuse(code, { rule, field: 'name', params })
}
