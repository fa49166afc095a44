/** A renewal with its price: what the page quotes, what the command invoices, what is checked when it is paid. */
import { legalDay } from '@/lib/kernel/days'
import type { Currency, Money } from '@/lib/kernel/money'
import { total } from '@/lib/kernel/money'
import { canonicalName } from '@/lib/kernel/names'
import { ok, type Result } from '@/lib/kernel/result'
import { periodsOf } from '@/lib/policy/effective'
import { type QuoteLine, quoteRenewal, tableInForce } from '@/lib/policy/fees.rule'
import { type NameInZone, versionAt, zoneById, zoneOf } from '@/lib/policy/resolver'
import type { DomainStatus } from '../lifecycle'
import { decideRenewal, type RenewalDecision, type RenewalFacts } from './renew.rule'

/** As much of a name's record as its renewal needs. */
export interface RenewableName {
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
  readonly status: DomainStatus
  readonly expiresAt: Date | null
}

export interface PricedRenewal extends RenewalDecision {
  readonly lines: readonly QuoteLine[]
  readonly total: Money
}

interface Asked {
  readonly years: number
  readonly now: Date
  readonly facts: RenewalFacts
}

/**
 * Decides a name's renewal and quotes it by the fees in force (R-NS-28, R-VN-08, R-HO-04, R-HO-10). Refuses as
 * `decideRenewal`, with the name in the sentence, and `fee-unknown`.
 */
export function priceRenewal(name: RenewableName, { years, now, facts }: Asked): Result<PricedRenewal> {
  const { status, expiresAt } = name
  const zone = zoneById(name.zone)
  const decided = decideRenewal({ zone, status, expiresAt, years, now, facts })
  if (!decided.ok) return named(decided, name)
  const quoted = quoteRenewal(inZone(name), versionAt(zone, now), {
    years,
    phase: decided.value.phase,
    at: now,
  })
  if (!quoted.ok) return named(quoted, name)
  const lines = quoted.value
  return ok({
    ...decided.value,
    lines,
    total: total(
      lines.map(({ amount }) => amount),
      renewalCurrency(name, now),
    ),
  })
}

/** What the shortest renewal of a name costs. */
export interface ShortestRenewal {
  readonly years: number
  readonly total: Money
  /** What is paid besides the yearly fee, in grace and in redemption; null where nothing is. */
  readonly surcharge: Money | null
}

/** The shortest renewal in a part of a name's life, by the fees in force at `now`; refuses `fee-unknown`. */
export function priceShortest(
  name: Pick<RenewableName, 'nameAscii' | 'zone'>,
  phase: RenewalDecision['phase'],
  now: Date,
): Result<ShortestRenewal> {
  const version = versionAt(zoneById(name.zone), now)
  const years = periodsOf(version).value.renewMin
  const quoted = quoteRenewal(inZone(name), version, { years, phase, at: now })
  if (!quoted.ok) return quoted
  const amounts = quoted.value.map(({ amount }) => amount)
  const surcharge = quoted.value.find(({ kind }) => kind !== 'maintenance')?.amount ?? null
  return ok({ years, total: total(amounts, renewalCurrency(name, now)), surcharge })
}

/** The currency in which a name's renewal is paid: that of the fees in force, before the first ones that of those. */
export function renewalCurrency(name: Pick<RenewableName, 'zone'>, now: Date): Currency {
  const zone = zoneById(name.zone)
  const today = tableInForce(versionAt(zone, now), 'maintenance', legalDay(now, zone.timeZone))
  const table = today ?? zone.versions.flatMap(({ registry }) => registry.fees.maintenance)[0]
  if (!table) throw new Error(`no maintenance fees of ${zone.zone}`)
  return table.currency
}

function named<T>(result: Result<T>, { nameUnicode }: RenewableName): Result<T> {
  if (result.ok) return result
  const { refusal } = result
  return { ok: false, refusal: { ...refusal, params: { ...refusal.params, name: nameUnicode } } }
}

/** A stored name in its zone. Throws when its extension is not served: then it could not be stored. */
function inZone({ nameAscii }: Pick<RenewableName, 'nameAscii'>): NameInZone {
  const name = canonicalName(nameAscii)
  const found = name.ok ? zoneOf(name.value) : name
  if (!found.ok) throw new Error(`no zone serves the stored name ${nameAscii}`)
  return found.value
}
