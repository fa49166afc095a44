/** Operators' versions as rows: read for update, written, and what they find in the names. */
import { legalDay, startOfDay } from '@/lib/kernel/days'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { allZones, contentHash } from '@/lib/policy/resolver'
import type { Beginning, StandingDraft } from '@/lib/policy/versions/draft.rule'

export interface Draft extends StandingDraft {
  readonly id: string
  readonly policy: ZonePolicy
  readonly content: unknown
}

/** The zone called so; refuses `not-found` for one that is not served. */
export function zoneNamed(id: string): Result<ZonePolicy> {
  const zone = allZones().find((entry) => entry.zone === id)
  return zone ? ok(zone) : refuse('not-found')
}

/** A draft, locked, with its zone. Refuses `not-found`, and `policy-not-draft` for what is one no more. */
export async function lockDraft({ tx }: UnitOfWork, id: string): Promise<Result<Draft>> {
  const [found] = await tx.$queryRaw<Omit<Draft, 'policy'>[]>`
    SELECT id::text, zone, "from", content, content_hash AS "contentHash", state::text, author_id::text AS "authorId"
    FROM policy_version WHERE id = ${id}::uuid FOR UPDATE`
  if (!found) return refuse('not-found')
  const zone = zoneNamed(found.zone)
  if (!zone.ok) return zone
  if (found.state !== 'DRAFT') return refuse('policy-not-draft')
  return ok({ ...found, policy: zone.value })
}

/** One change of a zone's versions at a time, until the transaction ends: two persons may act on two drafts. */
export async function lockZone({ tx }: UnitOfWork, zone: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`policy ${zone}`}, 0))`
}

/** What is to be known about a day on which a version is to begin. */
export async function beginningOf(uow: UnitOfWork, zone: ZonePolicy, from: string): Promise<Beginning> {
  const today = legalDay(uow.now, zone.timeZone)
  const lived = await uow.tx.domain.findFirst({
    where: {
      zone: zone.zone,
      expiresAt: { gte: startOfDay(from, zone.timeZone) },
      status: { in: ['EXPIRED', 'SUSPENDED', 'REDEMPTION', 'RECLAIM', 'PENDING_DELETE'] },
    },
    select: { id: true },
  })
  return { zone, from, today, isLivedIn: lived !== null }
}

/** Whether another draft or version of the zone begins on that day. */
export async function isFromTaken(tx: Tx, zone: string, from: string): Promise<boolean> {
  const other = await tx.policyVersion.findFirst({
    where: { zone, from, state: { not: 'WITHDRAWN' } },
    select: { id: true },
  })
  return other !== null
}

/** Writes a draft's changed content. */
export async function writeContent(uow: UnitOfWork, id: string, version: ZoneVersion): Promise<void> {
  await uow.tx.policyVersion.update({
    where: { id },
    data: { content: asJson(version), contentHash: contentHash(version), changedAt: uow.now },
  })
}

/** A version as a column holds it. */
export function asJson(version: ZoneVersion) {
  return JSON.parse(JSON.stringify(version))
}
