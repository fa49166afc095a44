/** What the text of a notice is filled with. */
import { isEarlyNotice } from '@/lib/domains/notices.rule'
import { priceShortest } from '@/lib/domains/renew/price.rule'
import { log } from '@/lib/platform/log'
import type { RenewalPhase } from '@/lib/policy/fees.rule'
import { zoneById } from '@/lib/policy/resolver'
import type { DueNotice } from './plan'

/** A name of which something is to be told. */
export interface NamedDue {
  readonly id: string
  readonly zone: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly ownerId: string
  readonly expiresAt: Date
  readonly nextNoticeAt: Date
  readonly violationSince: Date | null
}

export type Params = Readonly<Record<string, string | number>>

/** When a notice is sent, and in which part of its life the name can be renewed then. */
export interface Sending {
  readonly now: Date
  readonly phase: RenewalPhase | undefined
}

/** The values of one notice: the name and its dates, what it costs now, and whether it can be declined. */
export function noticeParams(name: NamedDue, notice: DueNotice, sending: Sending): Params {
  return {
    name: name.nameUnicode,
    expires: name.expiresAt.toISOString(),
    due: notice.about.toISOString(),
    timeZone: zoneById(name.zone).timeZone,
    path: `/names/${name.nameAscii}`,
    why: isEarlyNotice(notice) ? 'early' : 'required',
    ...(notice.daysLeft !== undefined && { days: notice.daysLeft }),
    ...(notice.kind !== 'released' && priceParams(name, sending)),
  }
}

/**
 * What the shortest renewal costs, with its surcharge (R-HO-04, R-HO-10); nothing where the name cannot be renewed.
 * A price that cannot be computed keeps no message back: what it tells matters more.
 */
function priceParams(name: NamedDue, { now, phase }: Sending): Params {
  if (!phase || name.violationSince) return {}
  try {
    const priced = priceShortest(name, phase, now)
    if (!priced.ok) return {}
    const { years, total, surcharge } = priced.value
    const fee = surcharge && { feeMinor: surcharge.minor.toString() }
    const priceOf = surcharge && phase !== 'term' ? phase : 'renewal'
    return { priceOf, years, minor: total.minor.toString(), currency: total.currency, ...fee }
  } catch (error) {
    log().error({ err: error, domainId: name.id }, 'notices: the price of a renewal cannot be computed')
    return {}
  }
}
