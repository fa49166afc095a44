/** Which notices of a name are due now, and when its next one is. Pure. */
import { type Notice, noticePlan } from '@/lib/domains/notices.rule'
import { policyStamp, zoneById } from '@/lib/policy/resolver'

/** Plans kept: the names of one morning share few expiries. */
const KEPT = 512
const plans = new Map<string, readonly Notice[]>()

function planOf(zoneId: string, expiresAt: Date): readonly Notice[] {
  const key = `${policyStamp()} ${zoneId} ${expiresAt.getTime()}`
  const known = plans.get(key)
  if (known) return known
  if (plans.size >= KEPT) plans.clear()
  const plan = noticePlan(zoneById(zoneId), expiresAt)
  plans.set(key, plan)
  return plan
}

export interface DueNotices {
  readonly send: readonly Notice[]
  readonly nextAt: Date | null
}

/**
 * What a name's holder is told now, of all that fell due from `since` on. After a standstill a count of days that
 * a later message has overtaken is left out; that a name was suspended or released is always told.
 */
export function dueNotices(zoneId: string, expiresAt: Date, since: Date, now: Date): DueNotices {
  const plan = planOf(zoneId, expiresAt)
  const due = plan.filter((notice) => notice.at >= since && notice.at <= now)
  const last = due.at(-1)
  const send = due.filter(
    (notice) => notice === last || notice.kind === 'suspended' || notice.kind === 'released',
  )
  return { send, nextAt: plan.find((notice) => notice.at > now)?.at ?? null }
}
