/** Whether a name can be renewed, in which part of its life that is, and what its term becomes. */
import { addYears } from '@/lib/kernel/days'
import { ok, refuse, type Refused, type Result, type RuleId } from '@/lib/kernel/result'
import { periodsOf } from '@/lib/policy/effective'
import type { RenewalPhase } from '@/lib/policy/fees.rule'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { versionAt } from '@/lib/policy/resolver'
import { expiryAfter } from '../allotment.rule'
import type { DomainStatus } from '../lifecycle'
import type { TimelineEvent, TimelineKind } from '../timeline-event'
import { lifeOf } from '../timeline.rule'

/** What stands beside a name's status and dates. */
export interface RenewalFacts {
  /** A transfer to or from another registrar is running (R-VN-03). */
  readonly inTransfer: boolean
  /** An authority's order to reclaim the name waits to be carried out (R-VN-03). */
  readonly inReclaim: boolean
  /** Given back with the desk's consent: it is deleted in its slot (R-NS-34). */
  readonly inReturn: boolean
  /** Suspended for a violation (R-NS-37). */
  readonly inViolation: boolean
  /** Another renewal is paid and the registry has not answered it yet. */
  readonly isUnderWay: boolean
}

export interface RenewalQuestion {
  readonly zone: ZonePolicy
  readonly status: DomainStatus
  readonly expiresAt: Date | null
  readonly years: number
  readonly now: Date
  readonly facts: RenewalFacts
}

/** A renewal that is allowed: its part of the name's life, both expiries, and until when that part lasts. */
export interface RenewalDecision {
  readonly phase: RenewalPhase
  readonly oldExpiresAt: Date
  readonly newExpiresAt: Date
  readonly quotedUntil: Date
}

/**
 * A name can be renewed at any time of its life until its last day to renew (R-VN-03, R-VN-04, R-NS-29, R-HO-10),
 * by the dates of its timeline and not by its status, which follows them; the new term joins the old one (R-VN-07).
 * Refuses `renew-*` and `years-out-of-range`, each with its rule. Throws outside 2000–2100.
 */
export function decideRenewal(question: RenewalQuestion): Result<RenewalDecision> {
  const { zone, status, expiresAt, years, now, facts } = question
  if (!expiresAt || NOT_YET.includes(status)) return refuse('renew-not-registered', { rule: 'R-VN-02' })
  const phase = phaseAt(lifeOf(zone, zone.versions, expiresAt), expiresAt, now)
  if (OVER.includes(status) || !phase) return tooLate(zone, expiresAt, status)
  const version = versionAt(zone, now)
  const barred = decideFacts(facts, version)
  if (barred) return barred
  const { renewMin: min, renewMax: max, registerMax } = periodsOf(version).value
  if (!Number.isInteger(years) || years < min || years > max) {
    return refuse('years-out-of-range', { rule: 'R-NS-28', field: 'years', params: { min, max } })
  }
  const newExpiresAt = expiryAfter(expiresAt, years, zone)
  if (newExpiresAt > addYears(now, registerMax, zone.timeZone)) {
    return refuse('renew-beyond-maximum', { rule: 'R-HO-07', field: 'years', params: { max: registerMax } })
  }
  return ok({ ...phase, oldExpiresAt: expiresAt, newExpiresAt })
}

/** The most years that a name can be renewed by now; 0 when not even the fewest are allowed. */
export function mostYears(question: Omit<RenewalQuestion, 'years'>): number {
  const { renewMin, renewMax } = periodsOf(versionAt(question.zone, question.now)).value
  for (let years = renewMax; years >= renewMin; years--) {
    if (decideRenewal({ ...question, years }).ok) return years
  }
  return 0
}

const NOT_YET: readonly DomainStatus[] = ['HELD', 'REGISTERING', 'REFUSED']
const OVER: readonly DomainStatus[] = ['RECLAIM', 'PENDING_DELETE', 'RELEASED']

/** The part of its life in which a name can be renewed at an instant; undefined when its last day has passed. */
export function phaseAt(
  life: readonly TimelineEvent[],
  expiresAt: Date,
  now: Date,
): Pick<RenewalDecision, 'phase' | 'quotedUntil'> | undefined {
  const at = (kind: TimelineKind) => life.find((event) => event.kind === kind)?.at
  const lastDay = at('last-day-to-renew') ?? expiresAt
  const redemption = at('redemption') ?? lastDay
  if (now < expiresAt) return { phase: 'term', quotedUntil: expiresAt }
  if (now < redemption) return { phase: 'grace', quotedUntil: redemption }
  if (now < lastDay) return { phase: 'redemption', quotedUntil: lastDay }
  return undefined
}

function tooLate(zone: ZonePolicy, expiresAt: Date, status: DomainStatus): Refused {
  if (status === 'RELEASED') return refuse('renew-released', { rule: ruleOfEnd(zone, expiresAt) })
  const { kind } = versionAt(zone, expiresAt).registry.lifeAfterExpiry
  if (kind === 'reclaim') return refuse('renew-in-reclaim', { rule: 'R-VN-03' })
  return refuse('renew-too-late', { rule: ruleOfEnd(zone, expiresAt) })
}

/** The rule by which the right to renew has ended. */
function ruleOfEnd(zone: ZonePolicy, expiresAt: Date): RuleId {
  const { kind } = versionAt(zone, expiresAt).registry.lifeAfterExpiry
  const ends = { grace: 'R-NS-38', reclaim: 'R-VN-05', redemption: 'R-HO-10' } as const
  return ends[kind]
}

/** What bars a renewal in this zone (R-VN-03); an order to delete the name and a violation bar it in every one. */
function decideFacts(facts: RenewalFacts, { registry }: ZoneVersion): Refused | undefined {
  const { inTransfer, inReclaim, inReturn, inViolation, isUnderWay } = facts
  if (inTransfer && registry.renewalBarredWhile.value.includes('in-transfer'))
    return refuse('renew-in-transfer', { rule: 'R-VN-03' })
  if (inReclaim) return refuse('renew-in-reclaim', { rule: 'R-VN-03' })
  if (inReturn) return refuse('renew-in-return', { rule: 'R-NS-34' })
  if (inViolation) return refuse('renew-violation', { rule: 'R-NS-37' })
  if (isUnderWay) return refuse('renew-under-way', { rule: 'R-VN-07' })
  return undefined
}
