/** Which policy applies to a name, and which dated version of it to an event. */
import { createHash } from 'node:crypto'
import type { WorkCalendar } from '@/lib/kernel/calendar'
import { legalDay } from '@/lib/kernel/days'
import { type CanonicalName, canonicalName } from '@/lib/kernel/names'
import { ok, type Result } from '@/lib/kernel/result'
import { refuseName } from '@/lib/kernel/name-shape'
import { keepFresh } from '@/lib/platform/fresh'
import { workCalendar } from './holidays/work-calendar'
import { parseVersion, parseZone, type ZonePolicy, type ZoneSuffix, type ZoneVersion } from './policy'
import { PolicyError } from './fault'
import { feeClassFaults, sharedSuffixFaults, versionFaults } from './policy-faults'
import { published } from './versions/published'
import { ZONES } from './zones'

/** A name within its zone: `label` is the A-label in front of the suffix, `unicodeLabel` its U-label. */
export interface NameInZone {
  readonly name: CanonicalName
  readonly zone: ZonePolicy
  readonly suffix: ZoneSuffix
  readonly label: string
  readonly unicodeLabel: string
}

// Whoever resolves policies goes by the published ones: this holds wherever this file is loaded.
keepFresh('policies', async () => (await import('./versions/published.store')).refreshPublished())

let parsedZones: readonly ZonePolicy[] | undefined
let merged: { readonly stamp: string; readonly zones: readonly ZonePolicy[] } | undefined

/**
 * All zones with the operators' published versions among their own, checked on first use; call at start so that a
 * wrong policy stops it. Throws naming each fault.
 */
export function allZones(): readonly ZonePolicy[] {
  const stamp = policyStamp()
  if (merged?.stamp !== stamp) merged = { stamp, zones: zonesOfFiles().map(withPublished) }
  return merged.zones
}

/** Changes whenever a version is published: what was computed before may not hold any more. */
export function policyStamp(): string {
  return published().stamp
}

function zonesOfFiles(): readonly ZonePolicy[] {
  parsedZones ??= parseAll(ZONES)
  return parsedZones
}

function withPublished(zone: ZonePolicy): ZonePolicy {
  const own = published().versions.filter((version) => version.zone === zone.zone)
  if (own.length === 0) return zone
  const contents = own.map(({ content }) => content)
  return { ...zone, versions: [...versionsOf(zone, contents)] }
}

function parseAll(data: readonly unknown[]): readonly ZonePolicy[] {
  const zones = data.map(parseZone)
  const faults = sharedSuffixFaults(zones)
  if (faults.length > 0) throw new PolicyError('policies', faults)
  return zones
}

/** The zone called `id` (such as `vn`); throws when there is none, because stored ids are known ones. */
export function zoneById(id: string): ZonePolicy {
  const zone = allZones().find((entry) => entry.zone === id)
  if (!zone) throw new Error(`no policy for zone ${id}`)
  return zone
}

/**
 * The zone and suffix under which a name would be registered (R-NS-03: only names open for allocation).
 * Refuses `zone-not-served` (no policy for the extension), `zone-is-extension` (the name is itself one) and
 * `zone-too-deep` (more than one label in front of the extension): the ground of all three is `not-open`.
 */
export function zoneOf(name: CanonicalName): Result<NameInZone> {
  const found = allZones()
    .flatMap((zone) => zone.suffixes.map((suffix) => ({ zone, suffix })))
    .filter((entry) => isUnder(name.ascii, entry.suffix.suffix))
    .reduce<SuffixOfZone | undefined>(longer, undefined)
  if (!found) return refuseName('zone-not-served', { name: name.unicode, extension: lastLabel(name) })
  const { zone, suffix } = found
  if (suffix.suffix === name.ascii) return refuseName('zone-is-extension', { name: name.unicode })
  const label = name.ascii.slice(0, -(suffix.suffix.length + 1))
  if (label.includes('.'))
    return refuseName('zone-too-deep', { name: name.unicode, extension: suffix.suffix })
  return ok({ name, zone, suffix, label, unicodeLabel: name.unicode.split('.')[0] ?? label })
}

/**
 * A zone's versions with an operator's own ones merged in, ascending. Each operator's version is checked by the
 * same schema; throws when one is malformed or begins on the same day as another.
 */
export function versionsOf(
  zone: ZonePolicy,
  operatorVersions: readonly unknown[] = [],
): readonly ZoneVersion[] {
  if (operatorVersions.length === 0) return zone.versions
  const own = operatorVersions.map((version) => parseVersion(version, zone.zone))
  const merged = [...zone.versions, ...own].sort((a, b) => (a.from.value < b.from.value ? -1 : 1))
  const faults = [...versionFaults(merged), ...own.flatMap((version) => feeClassFaults(zone, version))]
  if (faults.length > 0) throw new PolicyError(`policy of ${zone.zone}`, faults)
  return merged
}

/**
 * The version in force at an anchor event: the expiry for the life after expiry, the filing for documents and
 * fees; never "today". Throws a RangeError before the first version.
 */
export function versionAt(
  zone: ZonePolicy,
  anchor: Date,
  versions: readonly ZoneVersion[] = zone.versions,
): ZoneVersion {
  const day = legalDay(anchor, zone.timeZone)
  const version = versions.findLast((entry) => entry.from.value <= day)
  if (!version) throw new RangeError(`no policy of ${zone.zone} is in force on ${day}`)
  return version
}

/** The zone that an extension belongs to, written as A- or U-labels in any case; undefined when not served. */
export function suffixOf(text: string): SuffixOfZone | undefined {
  const name = canonicalName(text.replace(/^\.+/, ''))
  const ascii = name.ok ? name.value.ascii : undefined
  for (const zone of allZones()) {
    const suffix = zone.suffixes.find((entry) => entry.suffix === ascii)
    if (suffix) return { zone, suffix }
  }
  return undefined
}

/** The calendar by which the zone's due work runs. */
export function calendarOf(zone: ZonePolicy): WorkCalendar {
  const { country, timeZone, cutOver, processing } = zone
  return workCalendar({ country, timeZone, cutOver: cutOver.value, processing: processing.value })
}

/** Names a version on a record, such as `vn@2023-06-01`. */
export function versionId(zone: ZonePolicy, version: ZoneVersion): string {
  return `${zone.zone}@${version.from.value}`
}

/** SHA-256 (hex) of a version's content, whatever the order of its keys: a used version never changes. */
export function contentHash(version: ZoneVersion): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(version)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]))
}

/** An extension within its zone. */
export interface SuffixOfZone {
  readonly zone: ZonePolicy
  readonly suffix: ZoneSuffix
}

function longer(best: SuffixOfZone | undefined, entry: SuffixOfZone): SuffixOfZone {
  return best && best.suffix.suffix.length > entry.suffix.suffix.length ? best : entry
}

function isUnder(ascii: string, suffix: string): boolean {
  return ascii === suffix || ascii.endsWith(`.${suffix}`)
}

function lastLabel(name: CanonicalName): string {
  return name.unicode.split('.').at(-1) ?? name.unicode
}
