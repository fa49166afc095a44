/** What the page of the calculator shows for what its address asks. */
import { isLegalDay } from '@/lib/kernel/day-text'
import { daysBetween, legalDay, localTime, withOffset } from '@/lib/kernel/days'
import type { Refusal } from '@/lib/kernel/result'
import { type AfterExpiryPhase, phasesAfterExpiry } from '@/lib/policy/after-expiry.rule'
import type { Param } from '@/lib/policy/param'
import type { ZonePolicy } from '@/lib/policy/policy'
import { suffixOf, versionId } from '@/lib/policy/resolver'
import type { TimelineEvent } from '../timeline-event'
import { type CalculatedLife, calculateLife } from './calculator.query'
import { type DrawnLife, drawnTerm } from './phases.rule'

/** What is asked, as it stands in the address: `expires` and `registered` are local dates, `hour` is `HH:MM`. */
export interface LifeAsked {
  readonly zone: string
  readonly registered: string
  readonly expires: string
  readonly hour: string
}

/** A date with how many days it lies ahead of today as the zone counts them; negative when it is past. */
export interface CountedEvent {
  readonly event: TimelineEvent
  readonly inDays: number
}

/** One dated version of a zone's policy, as it is laid beside the others. */
export interface PolicyVersion {
  readonly id: string
  readonly from: Param<string>
  readonly phases: readonly AfterExpiryPhase[]
}

export type CalculatorView =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'life'
      readonly life: CalculatedLife
      readonly drawn: DrawnLife
      readonly dates: readonly CountedEvent[]
      readonly versions: readonly PolicyVersion[]
    }

/** The life that is asked for; empty while no expiry is given. */
export function calculatorView(asked: LifeAsked, now: Date): CalculatorView {
  if (!asked.expires) return { kind: 'empty' }
  const calculated = calculateLife(asked.zone, termOf(asked))
  if (!calculated.ok) return { kind: 'refused', refusal: calculated.refusal }
  const { zone, events } = calculated.value
  const today = legalDay(now, zone.timeZone)
  return {
    kind: 'life',
    life: calculated.value,
    drawn: drawnTerm(zone.timeZone, events, calculated.value),
    dates: events.map((event) => ({ event, inDays: daysBetween(today, event.legalDay) })),
    versions: versionsSideBySide(zone),
  }
}

/** What the API is asked for the same life; an hour is told with the zone's offset. */
export function termOf({ zone, registered, expires, hour }: LifeAsked): Record<string, string> {
  const timeZone = suffixOf(zone)?.zone.timeZone
  const isWhole = timeZone !== undefined && isLegalDay(expires) && /^([01]\d|2[0-3]):[0-5]\d$/.test(hour)
  return {
    expires: isWhole ? withOffset(localTime(expires, hour, timeZone), timeZone) : expires,
    ...(registered && { registered }),
  }
}

/** All versions of a zone's policy, the oldest first. */
export function versionsSideBySide(zone: ZonePolicy): readonly PolicyVersion[] {
  return zone.versions.map((version) => ({
    id: versionId(zone, version),
    from: version.from,
    phases: phasesAfterExpiry(version.registry.lifeAfterExpiry),
  }))
}
