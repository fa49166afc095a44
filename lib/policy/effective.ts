/** The registry's binding rule with the registrar's stricter one over it. */
import type { DocumentRule, ZoneVersion } from './policy'

/** Years that can be bought: the registrar's narrower choice, else the registry's limits. */
export function periodsOf(version: ZoneVersion): ZoneVersion['registry']['periods'] {
  return version.registrar.periods ?? version.registry.periods
}

/** When a held name is allotted: the registrar's later choice, else the registry's. */
export function allotmentOf(version: ZoneVersion): ZoneVersion['registry']['allotment'] {
  return version.registrar.allotment ?? version.registry.allotment
}

/** Documents asked for: the registry's and those that the registrar adds. */
export function documentRulesOf(version: ZoneVersion): readonly DocumentRule[] {
  return [...version.registry.documents, ...version.registrar.extraDocuments]
}
