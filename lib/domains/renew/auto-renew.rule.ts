/** When a name that renews itself is charged, and when that is told before; the registrar's own schedule. */
import { addDays, legalDay, localTime } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import { versionAt } from '@/lib/policy/resolver'

/** One date of the schedule: `notice` tells of the coming charge, `charge` is one try. */
export interface ChargeStep {
  readonly kind: 'notice' | 'charge'
  readonly at: Date
}

/**
 * The schedule of a term that ends at `expiresAt`: told first, then tried on each of the days before the expiry, at
 * the hour of messages. A day whose hour lies after the expiry is left out.
 */
export function chargePlan(zone: ZonePolicy, expiresAt: Date): readonly ChargeStep[] {
  const { autoRenewal, notices } = versionAt(zone, expiresAt).registrar
  const { noticeDays, chargeDays } = autoRenewal.value
  const expiryDay = legalDay(expiresAt, zone.timeZone)
  const step = (kind: ChargeStep['kind'], days: number): ChargeStep => ({
    kind,
    at: localTime(addDays(expiryDay, -days), notices.at.value, zone.timeZone),
  })
  return [step('notice', noticeDays), ...chargeDays.map((days) => step('charge', days))]
    .filter(({ at }) => at < expiresAt)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** The first date of the schedule after an instant; null when none follows. */
export function nextChargeAfter(zone: ZonePolicy, expiresAt: Date, instant: Date): Date | null {
  return chargePlan(zone, expiresAt).find(({ at }) => at > instant)?.at ?? null
}

/** What is due on a name's schedule, and when its turn comes again (null: not in this term any more). */
export interface ChargeTurn {
  readonly act: 'notice' | 'charge' | 'none'
  readonly nextAt: Date | null
}

/**
 * What is done at `now` of what was due from `since` on. Missed tries are made up for by one; nothing is charged in
 * the run that tells of it, so that the notice always comes first.
 */
export function chargeTurn(zone: ZonePolicy, expiresAt: Date, since: Date, now: Date): ChargeTurn {
  const plan = chargePlan(zone, expiresAt)
  const due = plan.filter(({ at }) => at >= since && at <= now)
  const nextAt = plan.find(({ at, kind }) => at > now && kind === 'charge')?.at ?? null
  if (due.some(({ kind }) => kind === 'notice')) return { act: 'notice', nextAt }
  return { act: due.length > 0 ? 'charge' : 'none', nextAt: nextChargeAfter(zone, expiresAt, now) }
}
