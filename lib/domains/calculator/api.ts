/** The answers of the partner API, version 1: plain JSON, amounts in minor units, instants with their offset. */
import { withOffset } from '@/lib/kernel/days'
import { type ClassFees, feesUnder } from '@/lib/policy/class-fees.rule'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { ruleOf } from '@/lib/policy/param'
import type { ZonePolicy, ZoneSuffix, ZoneVersion } from '@/lib/policy/policy'
import { allZones, type SuffixOfZone, versionAt } from '@/lib/policy/resolver'
import { ruleBehind, type TimelineEvent } from '../timeline-event'
import type { CalculatedLife } from './calculator.query'

/** Each date of a life, with the rule behind it and a note where it is not certain. */
export function timelineJson({ events, zone }: CalculatedLife) {
  return events.map((event) => ({
    kind: event.kind,
    at: withOffset(event.at, zone.timeZone),
    legalDay: event.legalDay,
    rule: ruleBehind(event),
    note: noteOf(event),
  }))
}

const PROVISIONAL = 'provisional: rests on holidays that are computed, not published'

/** Null where a rule of the source documents gives the date and nothing of it may move. */
function noteOf({ kind, provisional, rule, basis }: TimelineEvent): string | null {
  // An expiry is given, not computed: what holds from then on is no reservation about its date.
  const isStated = rule !== undefined || basis === undefined || kind === 'expires'
  const stated = basis?.grade === 'assumed' ? `assumed: ${basis.source}` : basis?.grade
  const notes = [...(provisional ? [PROVISIONAL] : []), ...(isStated || !stated ? [] : [stated])]
  return notes.length > 0 ? notes.join('; ') : null
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
    since: line.since,
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
    fees: feesUnder(zone, suffix, version, now).flatMap(feesJson),
    versions: zone.versions.map((entry) => ({
      from: entry.from,
      lifeAfterExpiry: entry.registry.lifeAfterExpiry,
    })),
    ...conditions(version),
  }
}

/** The fees of one class of names: each is asked by itself, as the quote has it. */
function feesJson({ registration, yearly, transfer, reactivation, redemption, nameClass }: ClassFees) {
  const once = transfer?.lines.filter(({ kind }) => kind === 'transfer') ?? []
  const lines = [registration, yearly, ...once, reactivation, redemption].filter((line) => line !== undefined)
  return lines.map(({ kind, amount, rule, source, grade, since }) => ({
    ...{ nameClass, kind, amount: Number(amount.minor), currency: amount.currency },
    ...{ rule, source, grade, since },
  }))
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
