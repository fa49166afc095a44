/** Which messages a name's holder gets about its term, and when; the registrar's schedule (R-NS-17, R-NS-27). */
import { addDays, legalDay, localTime } from '@/lib/kernel/days'
import type { RuleId } from '@/lib/kernel/result'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { versionAt } from '@/lib/policy/resolver'
import type { TimelineEvent } from './timeline-event'
import { lifeOf } from './timeline.rule'

export const NOTICE_KINDS = [
  'renewal-invited',
  'expires-in',
  'expired',
  'suspended',
  'redemption',
  'last-day-in',
  'released',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** One message: sent at `at`, about something that happens at `about`, `days` days later where it counts days. */
export interface Notice {
  readonly kind: NoticeKind
  readonly at: Date
  readonly about: Date
  readonly days?: number
  readonly rule?: RuleId
}

/** All messages of a term that ends at `expiresAt`, in the order in which they are sent. */
export function noticePlan(
  zone: ZonePolicy,
  expiresAt: Date,
  versions: readonly ZoneVersion[] = zone.versions,
): readonly Notice[] {
  return noticesOf(zone, expiresAt, { life: lifeOf(zone, versions, expiresAt), versions })
}

/** The same of a term whose dates are known. */
export function noticesOf(
  zone: ZonePolicy,
  expiresAt: Date,
  { life, versions = zone.versions }: { life: readonly TimelineEvent[]; versions?: readonly ZoneVersion[] },
): readonly Notice[] {
  const { notices } = versionAt(zone, expiresAt, versions).registrar
  const byDays = (kind: NoticeKind, event: TimelineEvent, days: readonly number[]) =>
    days.map((count) => ({
      kind,
      days: count,
      about: event.at,
      at: before(zone, event, count, notices.at.value),
    }))
  return life
    .flatMap((event): Notice[] => {
      if (event.kind === 'expires') {
        const ended = hasExpired(zone, life, { event, hour: notices.at.value })
        return [...byDays('expires-in', event, notices.beforeExpiry.value), ...ended]
      }
      if (event.kind === 'last-day-to-renew') return byDays('last-day-in', event, notices.beforeLastDay.value)
      if (event.kind === 'redemption') return [inRedemption(zone, life, { event, hour: notices.at.value })]
      if (!isTold(event.kind)) return []
      const about = event.kind === 'renewal-invited' ? expiresAt : event.at
      return [{ kind: event.kind, at: event.at, about, ...(event.rule && { rule: event.rule }) }]
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

/**
 * R-NS-17: a name that works on through its grace gives no sign that its term has ended, so its holder is told at the
 * first hour of messages after it. A name that is suspended, or in redemption by then, is told by that.
 */
function hasExpired(
  zone: ZonePolicy,
  life: readonly TimelineEvent[],
  { event, hour }: { event: TimelineEvent; hour: string },
): readonly Notice[] {
  const lastDay = life.find(({ kind }) => kind === 'last-day-to-renew')
  if (!lastDay || life.some(({ kind }) => kind === 'suspended')) return []
  const expiryDay = legalDay(event.at, zone.timeZone)
  const day = localTime(expiryDay, hour, zone.timeZone) >= event.at ? expiryDay : addDays(expiryDay, 1)
  if (life.some(({ kind, legalDay: first }) => kind === 'redemption' && first <= day)) return []
  return [{ kind: 'expired', at: localTime(day, hour, zone.timeZone), about: lastDay.at, rule: 'R-NS-17' }]
}

/** R-HO-10: on redemption's first day, at the hour of messages, about the last day on which the name can be had back. */
function inRedemption(
  zone: ZonePolicy,
  life: readonly TimelineEvent[],
  { event, hour }: { event: TimelineEvent; hour: string },
): Notice {
  const lastDay = life.find(({ kind }) => kind === 'last-day-to-renew') ?? event
  const at = localTime(event.legalDay, hour, zone.timeZone)
  return { kind: 'redemption', at, about: lastDay.at, rule: 'R-HO-10' }
}

/** The days of a month, so that what is told before the invitation is told earlier than that. */
const INVITATION_DAYS = 31

/**
 * R-NS-27: what is told earlier than the invitation one month before is a courtesy that can be declined. The
 * invitation, and what follows it, is always told (R-NS-17, R-HK-08).
 */
export function isEarlyNotice({ kind, days = 0 }: Pick<Notice, 'kind' | 'days'>): boolean {
  return kind === 'expires-in' && days > INVITATION_DAYS
}

/** So many days before the local date that an event belongs to, at the hour of messages. */
function before(zone: ZonePolicy, event: TimelineEvent, days: number, hour: string): Date {
  const day = event.kind === 'expires' ? legalDay(event.at, zone.timeZone) : event.legalDay
  return localTime(addDays(day, -days), hour, zone.timeZone)
}

function isTold(kind: string): kind is 'renewal-invited' | 'suspended' | 'released' {
  return kind === 'renewal-invited' || kind === 'suspended' || kind === 'released'
}
