/** What can be wrong with a policy although each value is well formed. Each fault is a sentence for its author. */
import { feesEndFaults, moneyFaults } from './fee-faults'
import type { FeeTable, ZonePolicy, ZoneVersion } from './policy'

/** Faults within a version: a registrar's layer looser than the registry's, fee tables out of order. */
export function layerFaults(version: ZoneVersion): string[] {
  return [
    ...periodFaults(version),
    ...allotmentFaults(version),
    ...extraDocumentFaults(version),
    ...feeOrderFaults(version),
  ]
}

/** Faults between the parts of a zone: order of versions, suffixes listed twice, classes without a fee, fees that end. */
export function zoneFaults(zone: ZonePolicy): string[] {
  return [
    ...versionFaults(zone.versions),
    ...suffixFaults(zone),
    ...zone.versions.flatMap((version) => feeClassFaults(zone, version)),
    ...zone.versions.flatMap(moneyFaults),
    ...feesEndFaults(zone.versions),
  ]
}

/** Versions must ascend: each begins later than the one before it. */
export function versionFaults(versions: readonly ZoneVersion[]): string[] {
  return versions.slice(1).flatMap((version, index) => {
    const previous = versions[index]?.from.value ?? ''
    if (version.from.value > previous) return []
    const fault = version.from.value === previous ? 'overlaps' : 'is older than'
    return [`version from ${version.from.value} ${fault} the version before it, from ${previous}`]
  })
}

/** Every name class of the zone needs an amount in every fee table of a version. */
export function feeClassFaults(zone: ZonePolicy, version: ZoneVersion): string[] {
  const classes = new Set([
    zone.nameClasses.idn.value,
    ...zone.nameClasses.byLength.map((entry) => entry.nameClass.value),
    ...zone.suffixes.map((entry) => entry.nameClass),
  ])
  return feeTables(version.registry).flatMap(([kind, tables]) =>
    tables.flatMap((table) =>
      [...classes]
        .filter((nameClass) => !(nameClass in table.amounts))
        .map((nameClass) => `the ${kind} fees from ${table.from} have no amount for class ${nameClass}`),
    ),
  )
}

function periodFaults({ registry, registrar }: ZoneVersion): string[] {
  const limits = registry.periods.value
  const chosen = registrar.periods?.value ?? limits
  const upsideDown = [limits, chosen].some(
    (set) => set.registerMin > set.registerMax || set.renewMin > set.renewMax,
  )
  if (upsideDown) return ['a smallest period is longer than the largest']
  const looser =
    chosen.registerMin < limits.registerMin ||
    chosen.registerMax > limits.registerMax ||
    chosen.renewMin < limits.renewMin ||
    chosen.renewMax > limits.renewMax
  return looser ? ["the registrar's periods are looser than the registry's"] : []
}

function allotmentFaults({ registry, registrar }: ZoneVersion): string[] {
  if (!registrar.allotment) return []
  const sooner = registrar.allotment.value.hours < registry.allotment.value.hours
  const unslotted = registry.allotment.value.slot && !registrar.allotment.value.slot
  return sooner || unslotted ? ["the registrar's allotment comes sooner than the registry's"] : []
}

function extraDocumentFaults({ registry, registrar }: ZoneVersion): string[] {
  const known = new Set(registry.documents.map((document) => document.kind))
  return registrar.extraDocuments
    .filter((document) => known.has(document.kind))
    .map((document) => `the registrar restates the registry's document ${document.kind}`)
}

function feeOrderFaults({ registry }: ZoneVersion): string[] {
  return feeTables(registry).flatMap(([kind, tables]) =>
    tables
      .slice(1)
      .filter((table, index) => table.from <= (tables[index]?.from ?? ''))
      .map((table) => `the ${kind} fees from ${table.from} do not follow the table before them`),
  )
}

/** No extension may be served by two zones. */
export function sharedSuffixFaults(zones: readonly ZonePolicy[]): string[] {
  const owner = new Map<string, string>()
  return zones.flatMap(({ zone, suffixes }) =>
    suffixes.flatMap(({ suffix }) => {
      const other = owner.get(suffix)
      owner.set(suffix, zone)
      return other && other !== zone ? [`suffix ${suffix} is listed by ${other} and by ${zone}`] : []
    }),
  )
}

function suffixFaults({ zone, suffixes }: ZonePolicy): string[] {
  const seen = new Set<string>()
  if (!suffixes.some(({ suffix }) => suffix === zone)) return [`suffix ${zone} itself is not listed`]
  return suffixes.flatMap(({ suffix }) => {
    if (seen.has(suffix)) return [`suffix ${suffix} is listed twice`]
    seen.add(suffix)
    return []
  })
}

/** The lists of fee tables by what they are for. */
function feeTables({ fees }: ZoneVersion['registry']): (readonly [string, readonly FeeTable[]])[] {
  const { registrationCovers: _years, askedBy: _rules, ...tables } = fees
  return Object.entries(tables)
}
