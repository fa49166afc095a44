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

/**
 * What is done on a name's schedule, and when its turn comes again (null: not in this term any more). `late`: no day to
 * charge is left in this term, so that nothing is charged in it.
 */
export interface ChargeTurn {
  readonly act: 'notice' | 'charge' | 'late' | 'none'
  readonly nextAt: Date | null
}

interface DueTurn {
  readonly since: Date
  readonly now: Date
  /** Whether its holder was told of this term's charge. */
  readonly isTold: boolean
}

const LATE: ChargeTurn = { act: 'late', nextAt: null }

/**
 * What is done at `now` of what was due from `since` on. Missed tries are made up for by one; nothing is charged that
 * was not told on a day before, nor after the expiry, when it may cost more than was told.
 */
export function chargeTurn(zone: ZonePolicy, expiresAt: Date, { since, now, isTold }: DueTurn): ChargeTurn {
  const due = chargePlan(zone, expiresAt).filter(({ at }) => at >= since && at <= now)
  const nextAt = nextChargeAfter(zone, expiresAt, now)
  if (now >= expiresAt) return LATE
  if (due.length > 0 && !isTold) return noticeTurn(zone, expiresAt, now)
  if (due.some(({ kind }) => kind === 'charge')) return { act: 'charge', nextAt }
  return nextAt ? { act: 'none', nextAt } : LATE
}

/** The first turn of a name that is made to renew itself at `now`: told at once when the day of the notice is past. */
export function firstTurn(zone: ZonePolicy, expiresAt: Date, now: Date): ChargeTurn {
  const next = chargePlan(zone, expiresAt).find(({ at }) => at > now)
  return next?.kind === 'notice' ? { act: 'none', nextAt: next.at } : noticeTurn(zone, expiresAt, now)
}

/** Told now, and charged on the next day of the plan: never on the day of the message itself. */
function noticeTurn(zone: ZonePolicy, expiresAt: Date, now: Date): ChargeTurn {
  const today = legalDay(now, zone.timeZone)
  const next = chargePlan(zone, expiresAt).find(
    ({ kind, at }) => kind === 'charge' && legalDay(at, zone.timeZone) > today,
  )
  return next ? { act: 'notice', nextAt: next.at } : LATE
}
