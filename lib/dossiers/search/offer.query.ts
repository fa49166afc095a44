/** What a free name costs, asks for and leads to: all that is shown before any sign-up (R-HO-02). */
import { legalDay } from '@/lib/kernel/days'
import { type Money, total } from '@/lib/kernel/money'
import { type Opening, documentsByApplicant, type SituationDocuments } from '@/lib/policy/extension.query'
import { periodsOf } from '@/lib/policy/effective'
import { type QuoteLine, quoteRegistration } from '@/lib/policy/fees.rule'
import { ruleOf } from '@/lib/policy/param'
import type { ZoneVersion } from '@/lib/policy/policy'
import { type NameInZone, versionAt, versionId } from '@/lib/policy/resolver'
import { termsAt } from '@/lib/policy/terms'
import { type SampleLife, sampleLife } from './sample-life.rule'
import type { RuleId } from '@/lib/kernel/result'

/** The price of registering for a number of years. */
export interface YearPrice {
  readonly years: number
  readonly lines: readonly QuoteLine[]
  readonly total: Money
}

/** Something that the extension asks for before or after registration, with its rule. */
export interface ActivationNeed {
  readonly kind: ZoneVersion['registry']['activation'][number]['value']
  readonly rule?: RuleId
}

export interface Offer {
  readonly registry: string
  readonly timeZone: string
  readonly policyId: string
  readonly opening: Opening
  /** One entry for each number of years that can be bought; empty where no fee is on record. */
  readonly prices: readonly YearPrice[]
  readonly documents: readonly SituationDocuments[]
  readonly needs: readonly ActivationNeed[]
  readonly nameServers: { readonly min: number; readonly max: number }
  readonly termsVersion: string
  /** The name's dates if it were filed for, accepted and paid now. */
  readonly life: SampleLife
}

/** The offer for a name that is free, at an instant. */
export function offerOf(found: NameInZone, now: Date): Offer {
  const { zone, suffix } = found
  const version = versionAt(zone, now)
  return {
    registry: zone.registry,
    timeZone: zone.timeZone,
    policyId: versionId(zone, version),
    opening: suffix.opening.value,
    prices: pricesOf(found, version, now),
    documents: documentsByApplicant(suffix.opening.value, version),
    needs: version.registry.activation.map(needOf),
    nameServers: version.registry.nameServers.value,
    termsVersion: termsAt(legalDay(now, zone.timeZone)).id,
    life: sampleLife(zone, found.name.ascii, now),
  }
}

/** The price of every number of years that can be bought. */
export function pricesOf(found: NameInZone, version: ZoneVersion, now: Date): readonly YearPrice[] {
  const { registerMin, registerMax } = periodsOf(version).value
  const choices = Array.from({ length: registerMax - registerMin + 1 }, (_, index) => registerMin + index)
  return choices.flatMap((years) => {
    const quote = quoteRegistration(found, version, years, now)
    const first = quote.ok ? quote.value[0] : undefined
    if (!quote.ok || !first) return []
    const sum = total(
      quote.value.map((line) => line.amount),
      first.amount.currency,
    )
    return [{ years, lines: quote.value, total: sum }]
  })
}

function needOf(need: ZoneVersion['registry']['activation'][number]): ActivationNeed {
  const rule = ruleOf(need)
  return { kind: need.value, ...(rule && { rule }) }
}
