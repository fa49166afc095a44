/** What can be wrong with a policy although each value is well formed. */
import type { PolicyFault } from './fault'
import { feesEndFaults, moneyFaults } from './fee-faults'
import type { FeeTable, ZonePolicy, ZoneVersion } from './policy'

/** Faults within a version: a registrar's layer looser than the registry's, fee tables out of order. */
export function layerFaults(version: ZoneVersion): PolicyFault[] {
  return [
    ...periodFaults(version),
    ...allotmentFaults(version),
    ...extraDocumentFaults(version),
    ...feeOrderFaults(version),
  ]
}

/** Faults between the parts of a zone: order of versions, suffixes listed twice, classes without a fee, fees that end. */
export function zoneFaults(zone: ZonePolicy): PolicyFault[] {
  return [
    ...versionFaults(zone.versions),
    ...suffixFaults(zone),
    ...zone.versions.flatMap((version) => feeClassFaults(zone, version)),
    ...zone.versions.flatMap(moneyFaults),
    ...feesEndFaults(zone.versions),
  ]
}

/** Versions must ascend: each begins later than the one before it. */
export function versionFaults(versions: readonly ZoneVersion[]): PolicyFault[] {
  return versions.slice(1).flatMap((version, index) => {
    const previous = versions[index]?.from.value ?? ''
    const from = version.from.value
    if (from > previous) return []
    const how = from === previous ? 'overlaps' : 'is older than'
    const text = `version from ${from} ${how} the version before it, from ${previous}`
    return [{ code: 'policy-fault-version-order', params: { from, previous }, text }]
  })
}

/** Every name class of the zone needs an amount in every fee table of a version. */
export function feeClassFaults(zone: ZonePolicy, version: ZoneVersion): PolicyFault[] {
  const classes = new Set([
    zone.nameClasses.idn.value,
    ...zone.nameClasses.byLength.map((entry) => entry.nameClass.value),
    ...zone.suffixes.map((entry) => entry.nameClass),
  ])
  return feeTables(version.registry).flatMap(([kind, tables]) =>
    tables.flatMap(({ from, amounts }) =>
      [...classes]
        .filter((nameClass) => !(nameClass in amounts))
        .map((nameClass) => ({
          code: 'policy-fault-fee-missing' as const,
          params: { kind, from, nameClass },
          text: `the ${kind} fees from ${from} have no amount for class ${nameClass}`,
        })),
    ),
  )
}

function periodFaults({ registry, registrar }: ZoneVersion): PolicyFault[] {
  const limits = registry.periods.value
  const chosen = registrar.periods?.value ?? limits
  const upsideDown = [limits, chosen].some(
    (set) => set.registerMin > set.registerMax || set.renewMin > set.renewMax,
  )
  if (upsideDown) {
    const text = 'a smallest period is longer than the largest'
    return [{ code: 'policy-fault-periods-turned', params: {}, text }]
  }
  const looser =
    chosen.registerMin < limits.registerMin ||
    chosen.registerMax > limits.registerMax ||
    chosen.renewMin < limits.renewMin ||
    chosen.renewMax > limits.renewMax
  if (!looser) return []
  const text = "the registrar's periods are looser than the registry's"
  return [{ code: 'policy-fault-periods-looser', params: {}, text }]
}

function allotmentFaults({ registry, registrar }: ZoneVersion): PolicyFault[] {
  if (!registrar.allotment) return []
  const sooner = registrar.allotment.value.hours < registry.allotment.value.hours
  const unslotted = registry.allotment.value.slot && !registrar.allotment.value.slot
  if (!sooner && !unslotted) return []
  const text = "the registrar's allotment comes sooner than the registry's"
  return [{ code: 'policy-fault-allotment-sooner', params: {}, text }]
}

function extraDocumentFaults({ registry, registrar }: ZoneVersion): PolicyFault[] {
  const known = new Set(registry.documents.map((document) => document.kind))
  return registrar.extraDocuments
    .filter((document) => known.has(document.kind))
    .map(({ kind }) => ({
      code: 'policy-fault-document-restated',
      params: { document: kind },
      text: `the registrar restates the registry's document ${kind}`,
    }))
}

function feeOrderFaults({ registry }: ZoneVersion): PolicyFault[] {
  return feeTables(registry).flatMap(([kind, tables]) =>
    tables
      .slice(1)
      .filter((table, index) => table.from <= (tables[index]?.from ?? ''))
      .map(({ from }) => ({
        code: 'policy-fault-fee-order' as const,
        params: { kind, from },
        text: `the ${kind} fees from ${from} do not follow the table before them`,
      })),
  )
}

/** No extension may be served by two zones. */
export function sharedSuffixFaults(zones: readonly ZonePolicy[]): PolicyFault[] {
  const owner = new Map<string, string>()
  return zones.flatMap(({ zone, suffixes }) =>
    suffixes.flatMap(({ suffix }) => {
      const other = owner.get(suffix)
      owner.set(suffix, zone)
      if (!other || other === zone) return []
      return [suffixFault(suffix, `is listed by ${other} and by ${zone}`)]
    }),
  )
}

function suffixFaults({ zone, suffixes }: ZonePolicy): PolicyFault[] {
  const seen = new Set<string>()
  if (!suffixes.some(({ suffix }) => suffix === zone)) return [suffixFault(zone, 'itself is not listed')]
  return suffixes.flatMap(({ suffix }) => {
    if (seen.has(suffix)) return [suffixFault(suffix, 'is listed twice')]
    seen.add(suffix)
    return []
  })
}

/** Only files list suffixes, so the log alone says more of it. */
function suffixFault(suffix: string, what: string): PolicyFault {
  return { code: 'policy-fault-suffix', params: { suffix }, text: `suffix ${suffix} ${what}` }
}

/** The lists of fee tables by what they are for. */
function feeTables({ fees }: ZoneVersion['registry']): (readonly [string, readonly FeeTable[]])[] {
  const { registrationCovers: _years, askedBy: _rules, ...tables } = fees
  return Object.entries(tables)
}
