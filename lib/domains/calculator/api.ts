/** The answers of the partner API, version 1: plain JSON, amounts in minor units, instants with their offset. */
import { withOffset } from '@/lib/kernel/days'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { ruleOf } from '@/lib/policy/param'
import type { ZonePolicy, ZoneSuffix, ZoneVersion } from '@/lib/policy/policy'
import { allZones, type SuffixOfZone, versionAt } from '@/lib/policy/resolver'
import type { CalculatedLife } from './calculator.query'

/** One date of a life; `rule` is null where no rule of the source documents is behind it. */
export function timelineJson({ events, zone }: CalculatedLife) {
  return events.map((event) => ({
    kind: event.kind,
    at: withOffset(event.at, zone.timeZone),
    legalDay: event.legalDay,
    rule: event.rule ?? null,
    note: event.provisional ? 'provisional: rests on holidays that are not published yet' : null,
  }))
}

/** One line of a quote. */
export function quoteJson(lines: readonly QuoteLine[]) {
  return lines.map((line) => ({
    kind: line.kind,
    amount: Number(line.amount.minor),
    currency: line.amount.currency,
    rule: line.rule,
    ...(line.years !== undefined && { years: line.years }),
    source: line.source,
  }))
}

/** Every extension, in the order of the policies. */
export function zonesJson(now: Date) {
  return allZones().flatMap((zone) => zone.suffixes.map((suffix) => summary(zone, suffix, now)))
}

/** One extension with what holds there today, each value with what it rests on. */
export function zoneJson({ zone, suffix }: SuffixOfZone, now: Date) {
  const version = versionAt(zone, now)
  return {
    ...summary(zone, suffix, now),
    cutOver: zone.cutOver,
    processing: zone.processing,
    nameSyntax: zone.nameSyntax,
    versions: zone.versions.map((entry) => ({
      from: entry.from,
      lifeAfterExpiry: entry.registry.lifeAfterExpiry,
    })),
    ...conditions(version),
  }
}

function conditions({ registry, registrar }: ZoneVersion) {
  return {
    periods: registrar.periods ?? registry.periods,
    lifeAfterExpiry: registry.lifeAfterExpiry,
    suspensionAtExpiry: registry.suspensionAtExpiry,
    allotment: registrar.allotment ?? registry.allotment,
    activation: registry.activation,
    transfer: registry.transfer,
    nameServers: registry.nameServers,
    terms: registry.terms,
  }
}

function summary(zone: ZonePolicy, suffix: ZoneSuffix, now: Date) {
  const version = versionAt(zone, now)
  return {
    zone: suffix.suffix,
    policy: zone.zone,
    registry: zone.registry,
    country: zone.country,
    timeZone: zone.timeZone,
    opening: suffix.opening.value,
    idn: suffix.idn.value,
    policyFrom: version.from.value,
    policyRule: ruleOf(version.from) ?? null,
  }
}
