/** What the pages of extensions show. Policies are in memory, so nothing here asks the database. */
import { legalDay } from '@/lib/kernel/days'
import { type Money, money } from '@/lib/kernel/money'
import type { RuleId } from '@/lib/kernel/result'
import { type ApplicantKind, type Filing, type RequiredDocument, requiredDocuments } from './documents.rule'
import { periodsOf } from './effective'
import { type Grade, type Param, ruleOf } from './param'
import type { FeeTable, ZonePolicy, ZoneSuffix, ZoneVersion } from './policy'
import { allZones, versionAt, versionId } from './resolver'

/** An amount with what states it. */
export interface Fee {
  readonly amount: Money
  readonly rule?: RuleId
  readonly source: string
  readonly grade: Grade
}

/** What names of one class cost: once, and for each year. */
export interface ClassFees {
  readonly nameClass: string
  readonly registration: Fee
  readonly yearly: Fee
}

/** The documents of one way to apply. */
export interface SituationDocuments {
  readonly applicantKind: ApplicantKind
  readonly filing: Filing
  readonly documents: readonly RequiredDocument[]
}

export type Opening = ZoneSuffix['opening']['value']

export interface ExtensionRow {
  readonly suffix: string
  readonly registry: string
  readonly group: ZoneSuffix['group']
  readonly opening: Opening
  /** Of the usual class of names there; missing where no fee is on record. */
  readonly fees?: ClassFees
  readonly documents: readonly SituationDocuments[]
}

export interface ExtensionView extends ExtensionRow {
  readonly zone: ZonePolicy
  readonly policy: ZoneVersion
  readonly policyId: string
  readonly idn: boolean
  readonly classes: readonly ClassFees[]
  readonly periods: ZoneVersion['registry']['periods']
  readonly reserved: Param<string[]> | undefined
}

/** Every extension open to `filter` (a part of its name; all without one), in the order of the policies. */
export function extensionRows(now: Date, filter = ''): readonly ExtensionRow[] {
  const wanted = filter.trim().toLowerCase().replace(/^\.+/, '')
  return allZones().flatMap((zone) => {
    const version = versionAt(zone, now)
    return zone.suffixes
      .filter((suffix) => suffix.suffix.includes(wanted))
      .map((suffix) => rowOf(zone, suffix, version, now))
  })
}

/** Extensions that share price, opening and documents, as one line of the start page. */
export interface ExtensionGroup extends Omit<ExtensionRow, 'suffix'> {
  readonly suffixes: readonly string[]
}

/** The extensions by what they cost and to whom they are open. */
export function extensionGroups(now: Date): readonly ExtensionGroup[] {
  const groups = new Map<string, ExtensionGroup>()
  for (const { suffix, ...row } of extensionRows(now)) {
    const key = [row.registry, row.group, row.opening, row.fees?.nameClass].join(' ')
    groups.set(key, { ...row, suffixes: [...(groups.get(key)?.suffixes ?? []), suffix] })
  }
  return [...groups.values()]
}

/** One extension with its whole policy of today; null when it is not served. */
export function extensionView(text: string, now: Date): ExtensionView | null {
  for (const zone of allZones()) {
    const suffix = zone.suffixes.find((entry) => entry.suffix === text)
    if (!suffix) continue
    const version = versionAt(zone, now)
    return {
      ...rowOf(zone, suffix, version, now),
      zone,
      policy: version,
      policyId: versionId(zone, version),
      idn: suffix.idn.value,
      classes: classesOf(zone, suffix).flatMap(
        (nameClass) => classFees(version, nameClass, dayOf(zone, now)) ?? [],
      ),
      periods: periodsOf(version),
      reserved: zone.reserved.find((entry) => entry.suffix === suffix.suffix)?.labels,
    }
  }
  return null
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
  const fees = classFees(version, suffix.nameClass, dayOf(zone, now))
  return {
    suffix: suffix.suffix,
    registry: zone.registry,
    group: suffix.group,
    opening: suffix.opening.value,
    ...(fees && { fees }),
    documents: documentsByApplicant(suffix.opening.value, version),
  }
}

/** The classes a name under a suffix may fall into, the shortest names first. */
function classesOf(zone: ZonePolicy, suffix: ZoneSuffix): readonly string[] {
  const short = zone.nameClasses.byLength
    .filter((entry) => entry.suffix === suffix.suffix)
    .sort((a, b) => a.upTo - b.upTo)
    .map((entry) => entry.nameClass.value)
  return [...short, suffix.nameClass, ...(suffix.idn.value ? [zone.nameClasses.idn.value] : [])]
}

function classFees(version: ZoneVersion, nameClass: string, day: string): ClassFees | undefined {
  const registration = feeOf(version.registry.fees.registration, nameClass, day)
  const yearly = feeOf(version.registry.fees.maintenance, nameClass, day)
  return registration && yearly && { nameClass, registration, yearly }
}

function feeOf(tables: readonly FeeTable[], nameClass: string, day: string): Fee | undefined {
  const table = tables.findLast((entry) => entry.from <= day)
  const fee = table?.amounts[nameClass]
  if (!table || !fee) return undefined
  const rule = ruleOf(fee)
  return {
    amount: money(fee.value, table.currency),
    source: fee.source,
    grade: fee.grade,
    ...(rule && { rule }),
  }
}

function dayOf(zone: ZonePolicy, now: Date): string {
  return legalDay(now, zone.timeZone)
}
