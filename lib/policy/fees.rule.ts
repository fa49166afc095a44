/** What a registration costs, line by line, each with the rule that states it. */
import { legalDay } from '@/lib/kernel/days'
import { money, times, type Money } from '@/lib/kernel/money'
import { ok, refuse, type Result, type RuleId } from '@/lib/kernel/result'
import { periodsOf } from './effective'
import { ruleOf, type Grade } from './param'
import type { FeeTable, ZoneVersion } from './policy'
import type { NameInZone } from './resolver'

/** One line of a quote. `amount` is the whole line; `years` is set where the fee is yearly. */
export interface QuoteLine {
  readonly kind: 'registration' | 'maintenance'
  readonly nameClass: string
  readonly amount: Money
  readonly years?: number
  /** The rule that asks for the fee. */
  readonly rule: RuleId
  /** What states the amount, and how sure that is. */
  readonly source: string
  readonly grade: Grade
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
 * fee (R-VN-02, R-VN-08). Refuses `years-out-of-range` and `fee-unknown` (no table in force on that day).
 */
export function quoteRegistration(
  found: NameInZone,
  version: ZoneVersion,
  years: number,
  at: Date,
): Result<readonly QuoteLine[]> {
  const { registerMin: min, registerMax: max } = periodsOf(version).value
  if (!Number.isInteger(years) || years < min || years > max) {
    return refuse('years-out-of-range', { rule: 'R-NS-24', field: 'years', params: { min, max } })
  }
  const day = legalDay(at, found.zone.timeZone)
  const { fees } = version.registry
  const registration = inForce(fees.registration, day)
  const maintenance = inForce(fees.maintenance, day)
  if (!registration || !maintenance) return refuse('fee-unknown', { rule: 'R-NS-24', params: { day } })
  const yearly = line('maintenance', found, maintenance, 'R-VN-08')
  return ok([
    line('registration', found, registration, 'R-NS-24'),
    { ...yearly, amount: times(yearly.amount, years), years },
  ])
}

function inForce(tables: readonly FeeTable[], day: string): FeeTable | undefined {
  return tables.findLast((table) => table.from <= day)
}

function line(kind: QuoteLine['kind'], found: NameInZone, table: FeeTable, rule: RuleId): QuoteLine {
  const feeClass = nameClass(found)
  const fee = table.amounts[feeClass]
  if (!fee) throw new Error(`no ${kind} fee for class ${feeClass} of ${found.zone.zone}`)
  return {
    kind,
    nameClass: feeClass,
    amount: money(fee.value, table.currency),
    rule: ruleOf(fee) ?? rule,
    source: fee.source,
    grade: fee.grade,
  }
}
