/** Which notices of a name are due now, and when its next one is. Pure. */
import { type Notice, type NoticeKind, noticesOf } from '@/lib/domains/notices.rule'
import { phaseAt } from '@/lib/domains/renew/renew.rule'
import type { TimelineEvent } from '@/lib/domains/timeline-event'
import { lifeOf } from '@/lib/domains/timeline.rule'
import { daysBetween, legalDay } from '@/lib/kernel/days'
import type { RenewalPhase } from '@/lib/policy/fees.rule'
import { policyStamp, zoneById } from '@/lib/policy/resolver'

/** Plans kept: the names of one morning share few expiries. */
const KEPT = 512
const plans = new Map<string, Plan>()

interface Plan {
  readonly life: readonly TimelineEvent[]
  readonly notices: readonly Notice[]
}

function planOf(zoneId: string, expiresAt: Date): Plan {
  const key = `${policyStamp()} ${zoneId} ${expiresAt.getTime()}`
  const known = plans.get(key)
  if (known) return known
  if (plans.size >= KEPT) plans.clear()
  const zone = zoneById(zoneId)
  const life = lifeOf(zone, zone.versions, expiresAt)
  const plan = { life, notices: noticesOf(zone, expiresAt, { life }) }
  plans.set(key, plan)
  return plan
}

/** A notice to be sent now; `daysLeft` counts from the legal day of sending, where it counts days. */
export interface DueNotice extends Notice {
  readonly daysLeft?: number
}

export interface DueNotices {
  readonly send: readonly DueNotice[]
  readonly nextAt: Date | null
  /** The part of its life in which the name can be renewed now; undefined when it cannot. */
  readonly phase: RenewalPhase | undefined
}

/** What is told however late: that it happened. */
const HAPPENED: readonly NoticeKind[] = ['suspended', 'released']

/**
 * What a name's holder is told now, of all that fell due from `since` on. After a standstill a count of days that
 * a later message or its own event has overtaken is left out; that a name was suspended or released is always told,
 * that it is in redemption for as long as it can be had back.
 */
export function dueNotices(zoneId: string, expiresAt: Date, since: Date, now: Date): DueNotices {
  const { life, notices } = planOf(zoneId, expiresAt)
  const due = notices.filter((notice) => notice.at >= since && notice.at <= now)
  const last = due.at(-1)
  const send = due.filter((notice) => {
    if (HAPPENED.includes(notice.kind)) return true
    return notice.about > now && (notice === last || notice.kind === 'redemption')
  })
  const { timeZone } = zoneById(zoneId)
  return {
    send: send.map((notice) => counted(notice, now, timeZone)),
    nextAt: notices.find((notice) => notice.at > now)?.at ?? null,
    phase: phaseAt(life, expiresAt, now)?.phase,
  }
}

/** A message that goes out late counts the days that are left on the legal day on which it goes out. */
function counted(notice: Notice, now: Date, timeZone: string): DueNotice {
  if (notice.days === undefined) return notice
  const late = daysBetween(legalDay(notice.at, timeZone), legalDay(now, timeZone))
  return { ...notice, daysLeft: Math.max(0, notice.days - late) }
}
