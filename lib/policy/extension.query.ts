/** What the pages of extensions show. Policies are in memory, so nothing here asks the database. */
import { canonicalName } from '@/lib/kernel/names'
import { type AfterExpiryPhase, phasesAfterExpiry } from './after-expiry.rule'
import { type ClassFees, feesUnder, usualFees } from './class-fees.rule'
import { type ApplicantKind, type Filing, type RequiredDocument, requiredDocuments } from './documents.rule'
import { allotmentOf, periodsOf } from './effective'
import type { Param } from './param'
import type { ZonePolicy, ZoneSuffix, ZoneVersion } from './policy'
import { allZones, suffixOf, versionAt, versionId } from './resolver'

/** The documents of one way to apply. */
export interface SituationDocuments {
  readonly applicantKind: ApplicantKind
  readonly filing: Filing
  readonly documents: readonly RequiredDocument[]
}

export type Opening = ZoneSuffix['opening']['value']

/** An extension in both its spellings. */
export interface SuffixName {
  readonly suffix: string
  readonly unicode: string
}

/** What extensions may have in common. */
export interface ExtensionTerms {
  readonly registry: string
  readonly group: ZoneSuffix['group']
  readonly opening: Opening
  /** Of the usual class of names there; missing where no fee is on record. */
  readonly fees?: ClassFees
  readonly documents: readonly SituationDocuments[]
  /** What is asked before or after registration (R-HO-02); nothing for one that is active at once. */
  readonly needs: ZoneVersion['registry']['activation']
  readonly activeAtOnce: boolean
  readonly periods: ZoneVersion['registry']['periods']
  readonly suspended: Param<boolean>
  readonly phases: readonly AfterExpiryPhase[]
  readonly originalLanguage: Param<string>
  readonly policyId: string
}

export interface ExtensionRow extends SuffixName, ExtensionTerms {}

/** Extensions that share their terms, as one line. */
export interface ExtensionGroup extends ExtensionTerms {
  readonly suffixes: readonly SuffixName[]
}

export interface ExtensionView extends ExtensionRow {
  readonly zone: ZonePolicy
  readonly policy: ZoneVersion
  readonly idn: boolean
  readonly classes: readonly ClassFees[]
  readonly reserved: Param<string[]> | undefined
}

/** What narrows the list of extensions. */
export interface ExtensionWanted {
  /** A part of the extension, as A- or U-label. */
  readonly text?: string
  readonly registry?: string
  readonly needs?: 'documents' | 'at-once'
  readonly opening?: Opening
}

/** Every extension that fits, in the order of the policies. */
export function extensionRows(now: Date, wanted: ExtensionWanted = {}): readonly ExtensionRow[] {
  return allZones().flatMap((zone) => {
    const version = versionAt(zone, now)
    return zone.suffixes.map((suffix) => rowOf(zone, suffix, version, now)).filter((row) => fits(row, wanted))
  })
}

function fits(row: ExtensionRow, { text = '', registry, needs, opening }: ExtensionWanted): boolean {
  const part = text.trim().normalize('NFC').toLowerCase().replace(/^\.+/, '')
  if (!row.suffix.includes(part) && !row.unicode.includes(part)) return false
  if (registry && row.registry !== registry) return false
  if (opening && row.opening !== opening) return false
  if (needs === 'at-once') return row.activeAtOnce
  return needs === undefined || row.needs.some((need) => need.value === needs)
}

/** Every extension by its names and registry, in the order of the policies. */
export function extensionNames(): readonly (SuffixName & { readonly registry: string })[] {
  return allZones().flatMap(({ registry, suffixes }) =>
    suffixes.map(({ suffix }) => ({ suffix, unicode: unicodeOf(suffix), registry })),
  )
}

/** The registries that are served, in the order of the policies. */
export function registriesServed(): readonly string[] {
  return [...new Set(allZones().map((zone) => zone.registry))]
}

/** The extensions by what they cost and to whom they are open. */
export function extensionGroups(now: Date): readonly ExtensionGroup[] {
  return extensionLines(extensionRows(now))
}

function shared(row: ExtensionRow): string {
  return [row.policyId, row.group, row.opening, row.fees?.nameClass].join(' ')
}

/** The rows as lines of a table: extensions that share their terms stand on one. */
export function extensionLines(rows: readonly ExtensionRow[]): readonly ExtensionGroup[] {
  const groups = new Map<string, ExtensionGroup>()
  for (const { suffix, unicode, ...terms } of rows) {
    const key = shared({ suffix, unicode, ...terms })
    groups.set(key, { ...terms, suffixes: [...(groups.get(key)?.suffixes ?? []), { suffix, unicode }] })
  }
  return [...groups.values()]
}

/** One extension, as A- or U-labels, with its whole policy of today; null when it is not served. */
export function extensionView(text: string, now: Date): ExtensionView | null {
  const found = suffixOf(text)
  if (!found) return null
  const { zone, suffix } = found
  const version = versionAt(zone, now)
  return {
    ...rowOf(zone, suffix, version, now),
    zone,
    policy: version,
    idn: suffix.idn.value,
    classes: feesUnder(zone, suffix, version, now),
    reserved: zone.reserved.find((entry) => entry.suffix === suffix.suffix)?.labels,
  }
}

/** What an online application asks for, for each kind of applicant to whom the extension is open (R-HO-02). */
export function documentsByApplicant(opening: Opening, version: ZoneVersion): readonly SituationDocuments[] {
  const kinds: ApplicantKind[] = opening === 'open' ? ['individual', 'organisation'] : ['organisation']
  return kinds.flatMap((applicantKind) =>
    (['self', 'delegate'] as const).map((filing) => ({
      applicantKind,
      filing,
      documents: requiredDocuments(
        { applicantKind, filing, channel: 'online', operation: 'register' },
        version,
      ),
    })),
  )
}

function rowOf(zone: ZonePolicy, suffix: ZoneSuffix, version: ZoneVersion, now: Date): ExtensionRow {
  const { registry } = version
  const fees = usualFees(zone, suffix, version, now)
  const allotment = allotmentOf(version).value
  return {
    suffix: suffix.suffix,
    unicode: unicodeOf(suffix.suffix),
    registry: zone.registry,
    group: suffix.group,
    opening: suffix.opening.value,
    ...(fees && { fees }),
    documents: documentsByApplicant(suffix.opening.value, version),
    needs: registry.activation,
    activeAtOnce: registry.activation.length === 0 && allotment.hours === 0 && !allotment.slot,
    periods: periodsOf(version),
    suspended: registry.suspensionAtExpiry,
    phases: phasesAfterExpiry(registry.lifeAfterExpiry),
    originalLanguage: registry.terms.originalLanguage,
    policyId: versionId(zone, version),
  }
}

/** Policies hold A-labels that were checked; only those that encode something need decoding. */
function unicodeOf(suffix: string): string {
  const name = suffix.includes('xn--') ? canonicalName(suffix) : undefined
  return name?.ok ? name.value.unicode : suffix
}
