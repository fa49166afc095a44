/** What the operator's pages of policies show. */
import { isId } from '@/lib/kernel/ids'
import { addDays, legalDay, startOfDay } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { parseVersion, type ZonePolicy, type ZoneVersion } from '@/lib/policy/policy'
import { allZones, versionAt } from '@/lib/policy/resolver'
import type { WantedGrade } from '@/lib/policy/versions/grades'
import {
  type ComparedValue,
  compareVersions,
  type PolicyValue,
  valuesOf,
  zoneValuesOf,
} from '@/lib/policy/versions/values.rule'
import { type PolicyEffect, policyEffect } from './effect.query'

/** Lines of the list of values on one page. */
const PAGE = 50

export interface ZoneLine {
  readonly zone: string
  readonly registry: string
  readonly timeZone: string
  /** From when each version holds, and which of them is in force today. */
  readonly versions: readonly string[]
  readonly current: string
  readonly drafts: number
}

/** A value with where it stands; `from` is missing for what holds in every version. */
export interface ListedValue extends PolicyValue {
  readonly zone: string
  readonly from?: string
}

export interface ValuesWanted {
  readonly zone?: string
  readonly grade: WantedGrade
  readonly text: string
  readonly page: number
}

export interface PoliciesView {
  readonly zones: readonly ZoneLine[]
  readonly values: readonly ListedValue[]
  readonly found: number
  readonly page: number
  readonly pages: number
}

/** All zones with their versions, and the values that fit what is asked, with what each rests on. */
export async function policiesView(wanted: ValuesWanted): Promise<PoliciesView> {
  const now = await businessNow()
  const drafts = await db().policyVersion.groupBy({ by: ['zone'], where: { state: 'DRAFT' }, _count: true })
  const found = allZones()
    .flatMap(listed)
    .filter((value) => fits(value, wanted))
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(Math.max(1, wanted.page), pages)
  return {
    zones: allZones().map((zone) => ({
      ...{ zone: zone.zone, registry: zone.registry, timeZone: zone.timeZone },
      versions: zone.versions.map(({ from }) => from.value),
      current: versionAt(zone, now).from.value,
      drafts: drafts.find((entry) => entry.zone === zone.zone)?._count ?? 0,
    })),
    values: found.slice((page - 1) * PAGE, page * PAGE),
    found: found.length,
    page,
    pages,
  }
}

function listed(zone: ZonePolicy): readonly ListedValue[] {
  return [
    ...zoneValuesOf(zone).map((value) => ({ ...value, zone: zone.zone })),
    ...zone.versions.flatMap((version) =>
      valuesOf(version)
        .filter(({ grade }) => grade !== undefined)
        .map((value) => ({ ...value, zone: zone.zone, from: version.from.value })),
    ),
  ]
}

function fits(value: ListedValue, { zone, grade, text }: ValuesWanted): boolean {
  if (zone && value.zone !== zone) return false
  const is = gradeOf(value)
  if (grade === 'unsure' ? is === 'rule' : grade !== 'any' && is !== grade) return false
  const part = text.trim().toLowerCase()
  return [value.topic, ...value.about, value.source ?? ''].some((entry) => entry.toLowerCase().includes(part))
}

function gradeOf({ grade }: PolicyValue): 'assumed' | 'public' | 'rule' {
  if (grade === 'assumed') return 'assumed'
  return grade?.startsWith('public') ? 'public' : 'rule'
}

export interface DraftLine {
  readonly id: string
  readonly from: string
  readonly state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN'
  readonly author: string
  readonly authoredAt: Date
  readonly approver: string | null
}

export interface ZoneView {
  readonly zone: ZonePolicy
  readonly current: string
  /** The versions, the oldest first, and their values side by side. */
  readonly versions: readonly string[]
  readonly compared: readonly ComparedValue[]
  readonly drafts: readonly DraftLine[]
  /** The first day on which a version may begin. */
  readonly earliest: string
}

/** A zone's versions side by side, and the operators' own with who made them; null when it is not served. */
export async function zoneView(zoneId: string): Promise<ZoneView | null> {
  const now = await businessNow()
  const zone = allZones().find((entry) => entry.zone === zoneId)
  if (!zone) return null
  const rows = await db().policyVersion.findMany({
    where: { zone: zone.zone },
    orderBy: { authoredAt: 'desc' },
    take: 100,
    omit: { content: true },
  })
  const names = await namesOf(rows.flatMap(({ authorId, approverId }) => [authorId, approverId ?? []].flat()))
  return {
    zone,
    current: versionAt(zone, now).from.value,
    versions: zone.versions.map(({ from }) => from.value),
    compared: compareVersions(zone.versions),
    drafts: rows.map((row) => ({
      ...{ id: row.id, from: row.from, state: row.state, authoredAt: row.authoredAt },
      author: names.get(row.authorId) ?? row.authorId,
      approver: row.approverId && (names.get(row.approverId) ?? row.approverId),
    })),
    earliest: addDays(legalDay(now, zone.timeZone), 1),
  }
}

export interface DraftView extends DraftLine {
  readonly zone: ZonePolicy
  readonly version: ZoneVersion
  readonly contentHash: string
  /** The version in force on its day without it, and what differs. */
  readonly replaced: string
  readonly differences: readonly ComparedValue[]
  readonly isAuthor: boolean
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
  /** Of a draft alone. */
  readonly effect: PolicyEffect | null
  /** The recomputation of a published version. */
  readonly run: { due: number; done: number; moved: number; failed: number; endedAt: Date | null } | null
}

/** An operator's version with its differences and, while it is a draft, what it would change; null when unknown. */
export async function draftView(zoneId: string, id: string, userId: string): Promise<DraftView | null> {
  const now = await businessNow()
  const policy = allZones().find((entry) => entry.zone === zoneId)
  const row = isId(id) ? await db().policyVersion.findUnique({ where: { id }, include: { run: true } }) : null
  if (!policy || row?.zone !== policy.zone) return null
  const others = policy.versions.filter(({ from }) => from.value !== row.from)
  const version = parseVersion(row.content, policy.zone)
  const replaced = versionAt({ ...policy, versions: others }, startOfDay(row.from, policy.timeZone))
  const names = await namesOf([row.authorId, row.approverId ?? []].flat())
  const isDraft = row.state === 'DRAFT' && others.length === policy.versions.length
  return {
    ...{ id, zone: policy, version, from: row.from, state: row.state, contentHash: row.contentHash },
    ...{ authoredAt: row.authoredAt, publishedAt: row.publishedAt, withdrawnAt: row.withdrawnAt },
    author: names.get(row.authorId) ?? row.authorId,
    approver: row.approverId && (names.get(row.approverId) ?? row.approverId),
    replaced: replaced.from.value,
    differences: compareVersions([replaced, version]).filter(({ differs }) => differs),
    isAuthor: row.authorId === userId,
    effect: isDraft ? await policyEffect(policy, version, now) : null,
    run: row.run,
  }
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(users.map((user) => [user.id, user.name]))
}
