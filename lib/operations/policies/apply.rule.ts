/** The stored dates of a name that another version rules from now on. Pure. */
import { nextStep } from '@/lib/domains/life.rule'
import { noticePlan } from '@/lib/domains/notices.rule'
import { type ChargeStep, chargePlan } from '@/lib/domains/renew/auto-renew.rule'
import type { ZonePolicy } from '@/lib/policy/policy'
import type { MovedDates, MovingName } from './apply.store'

/** What the versions of a zone say of one expiry: the same for all names that end with it. */
export interface PlannedDates {
  readonly transitionAt: Date | null
  readonly notices: readonly Date[]
  readonly charges: readonly ChargeStep[]
}

/** The plan of a name under management that ends at `expiresAt`. Throws a RangeError outside 2000–2100. */
export function planDates(zone: ZonePolicy, expiresAt: Date): PlannedDates {
  return {
    transitionAt: nextStep(zone, 'ACTIVE', expiresAt)?.at ?? null,
    notices: noticePlan(zone, expiresAt).map(({ at }) => at),
    charges: chargePlan(zone, expiresAt),
  }
}

/**
 * The dates of a name by its new plan. What was due before `now` stays due; what the old plan has told is not told
 * again, and a charge is never made that was not told before.
 */
export function movedDates(
  name: MovingName,
  plan: PlannedDates,
  before: PlannedDates,
  now: Date,
): MovedDates {
  return {
    id: name.id,
    nextTransitionAt: isDue(name.nextTransitionAt, now) ? name.nextTransitionAt : plan.transitionAt,
    nextNoticeAt: isDue(name.nextNoticeAt, now)
      ? name.nextNoticeAt
      : (plan.notices.find((at) => at > now) ?? null),
    nextChargeAt: chargeDate(name, plan, before, now),
  }
}

function chargeDate(
  { autoRenew, nextChargeAt }: MovingName,
  plan: PlannedDates,
  before: PlannedDates,
  now: Date,
): Date | null {
  if (autoRenew === 'OFF' || nextChargeAt === null || isDue(nextChargeAt, now)) return nextChargeAt
  const isUntold = before.charges.some(
    ({ kind, at }) => kind === 'notice' && at.getTime() === nextChargeAt.getTime(),
  )
  // A notice whose day is past under the new plan is due at once: the charge comes after it.
  if (isUntold) return plan.charges.find(({ kind }) => kind === 'notice')?.at ?? nextChargeAt
  // Where no day to charge is left, its turn comes at once: its holder is told that it was not charged.
  return plan.charges.find(({ kind, at }) => kind === 'charge' && at > now)?.at ?? now
}

function isDue(at: Date | null, now: Date): boolean {
  return at !== null && at <= now
}

/** Whether anything of a name's stored dates is another than before. */
export function isMoved(name: MovingName, dates: MovedDates): boolean {
  return (['nextTransitionAt', 'nextNoticeAt', 'nextChargeAt'] as const).some(
    (date) => name[date]?.getTime() !== dates[date]?.getTime(),
  )
}
