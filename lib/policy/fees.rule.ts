/** What an operation on a name costs, line by line, each with the rule that states it. */
import { type LegalDay, legalDay } from '@/lib/kernel/days'
import { money, times, type Money } from '@/lib/kernel/money'
import { ok, refuse, type Result, type RuleId } from '@/lib/kernel/result'
import { periodsOf } from './effective'
import { ruleOf, type Grade } from './param'
import type { FeeTable, ZoneVersion } from './policy'
import type { NameInZone } from './resolver'

export const FEE_KINDS = ['registration', 'maintenance', 'transfer', 'reactivation', 'redemption'] as const
export type FeeKind = (typeof FEE_KINDS)[number]

/** The part of its life in which a name is renewed; it decides what is paid in addition. */
export type RenewalPhase = 'term' | 'grace' | 'redemption'

/** One line of a quote. `amount` is the whole line; `years` is set where the fee is yearly. */
export interface QuoteLine {
  readonly kind: FeeKind
  readonly nameClass: string
  readonly amount: Money
  readonly years?: number
  /** The rule that asks for the fee. */
  readonly rule: RuleId
  /** What states the amount, and how sure that is. */
  readonly source: string
  readonly grade: Grade
  /** The first day of the table that the fee stands in. */
  readonly since: LegalDay
}

/**
 * The fee class of a name (R-VN-08): an IDN is class IDN whatever its length, then the suffix, then the length
 * of the label in characters.
 */
export function nameClass({ zone, suffix, label, unicodeLabel }: NameInZone): string {
  if (label !== unicodeLabel) return zone.nameClasses.idn.value
  const byLength = zone.nameClasses.byLength
    .filter((entry) => entry.suffix === suffix.suffix && label.length <= entry.upTo)
    .sort((a, b) => a.upTo - b.upTo)[0]
  return byLength?.nameClass.value ?? suffix.nameClass
}

/**
 * The price of registering a name for `years` when filed at `at`: the one-time fee (R-NS-24) and the yearly
 * fee of the years it does not hold (R-VN-02, R-VN-08, R-HO-04). Refuses `years-out-of-range` and `fee-unknown`
 * (no table in force on that day).
 */
export function quoteRegistration(
  found: NameInZone,
  version: ZoneVersion,
  years: number,
  at: Date,
): Result<readonly QuoteLine[]> {
  const { registerMin: min, registerMax: max } = periodsOf(version).value
  const inRange = decideYears(years, min, max, 'R-NS-24')
  if (!inRange.ok) return inRange
  const price = priceList(found, version, at)
  const registration = price('registration')
  const maintenance = price('maintenance')
  if (!registration || !maintenance) return feeUnknown(found, at)
  const further = years - version.registry.fees.registrationCovers.value
  return ok([registration, ...(further > 0 ? [forYears(maintenance, further)] : [])])
}

/**
 * The price of `years` more: the yearly fee (R-NS-28, R-VN-08), in grace with the fee for reactivation, in
 * redemption with the redemption fee (R-HO-04, R-HO-10). Refuses as {@link quoteRegistration}.
 */
export function quoteRenewal(
  found: NameInZone,
  version: ZoneVersion,
  { years, phase, at }: { years: number; phase: RenewalPhase; at: Date },
): Result<readonly QuoteLine[]> {
  const { renewMin: min, renewMax: max } = periodsOf(version).value
  const inRange = decideYears(years, min, max, 'R-NS-28')
  if (!inRange.ok) return inRange
  const price = priceList(found, version, at)
  const maintenance = price('maintenance')
  if (!maintenance) return feeUnknown(found, at)
  const surcharge = phase === 'term' ? undefined : price(phase === 'grace' ? 'reactivation' : 'redemption')
  return ok([forYears(maintenance, years), ...(surcharge ? [surcharge] : [])])
}

/**
 * The price of a transfer in: the transfer fee, and the years that the zone adds (R-NS-21); where the registry
 * holds them in the transfer itself (R-HO-09), the fee alone. Refuses `fee-unknown`.
 */
export function quoteTransfer(
  found: NameInZone,
  version: ZoneVersion,
  at: Date,
): Result<readonly QuoteLine[]> {
  const price = priceList(found, version, at)
  const { addsYears, authority } = version.registry.transfer.in
  const transfer = price('transfer')
  if (authority.value === 'authorisation-code') return transfer ? ok([transfer]) : feeUnknown(found, at)
  const maintenance = price('maintenance')
  if (!maintenance) return feeUnknown(found, at)
  const years = addsYears.value > 0 ? [forYears(maintenance, addsYears.value)] : []
  return ok([...(transfer ? [transfer] : []), ...years])
}

function decideYears(years: number, min: number, max: number, rule: RuleId): Result<unknown> {
  if (Number.isInteger(years) && years >= min && years <= max) return ok()
  return refuse('years-out-of-range', { rule, field: 'years', params: { min, max } })
}

function feeUnknown(found: NameInZone, at: Date): Result<never> {
  return refuse('fee-unknown', { rule: 'R-NS-24', params: { day: legalDay(at, found.zone.timeZone) } })
}

function forYears(line: QuoteLine, years: number): QuoteLine {
  return { ...line, amount: times(line.amount, years), years }
}

/** The table of a fee in force on a day; undefined when that fee is not asked, or before its first table. */
export function tableInForce({ registry }: ZoneVersion, kind: FeeKind, day: LegalDay): FeeTable | undefined {
  return registry.fees[kind].findLast((entry) => entry.from <= day)
}

/** The fees of a name on the day of `at`; undefined for one that is not asked. */
function priceList(found: NameInZone, version: ZoneVersion, at: Date) {
  const day = legalDay(at, found.zone.timeZone)
  const feeClass = nameClass(found)
  return (kind: FeeKind): QuoteLine | undefined => {
    const table = tableInForce(version, kind, day)
    const fee = table?.amounts[feeClass]
    if (!table) return undefined
    if (!fee) throw new Error(`no ${kind} fee for class ${feeClass} of ${found.zone.zone}`)
    const rule = ruleOf(fee) ?? version.registry.fees.askedBy[kind]
    const amount = money(fee.value, table.currency)
    const { source, grade } = fee
    return { kind, nameClass: feeClass, amount, rule, source, grade, since: table.from }
  }
}
