/** Which names a version moves, and their stored dates, set by set. */
import { startOfDay } from '@/lib/kernel/days'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { ZonePolicy } from '@/lib/policy/policy'

/** The expiries that follow a version: from its day on, up to the next version's (null: without end). */
export interface Span {
  readonly from: Date
  readonly until: Date | null
}

/** The span of a version that begins on `from`, among the zone's others. */
export function spanOf(zone: ZonePolicy, from: string): Span {
  const next = zone.versions.find((version) => version.from.value > from)
  return {
    from: startOfDay(from, zone.timeZone),
    until: next ? startOfDay(next.from.value, zone.timeZone) : null,
  }
}

/**
 * The number of names whose life a version that begins on `from` would rule; one already expired is never moved. The
 * dates of one whose renewal is at the registry are computed when it answers (R-VN-07).
 */
export async function countMoving(tx: Tx, zone: ZonePolicy, from: string): Promise<number> {
  const span = spanOf(zone, from)
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM domain
    WHERE zone = ${zone.zone} AND status = 'ACTIVE' AND renewing_id IS NULL AND expires_at >= ${span.from}
      AND (${span.until}::timestamptz IS NULL OR expires_at < ${span.until})`
  return counted?.count ?? 0
}

export interface MovingName {
  readonly id: string
  readonly expiresAt: Date
  readonly autoRenew: string
  readonly nextTransitionAt: Date | null
  readonly nextNoticeAt: Date | null
  readonly nextChargeAt: Date | null
}

export interface Place {
  readonly afterExpiresAt: Date | null
  readonly afterId: string | null
}

/** The next names of a span after a place, locked, in the order of their expiries; none that is being renewed. */
export async function lockMoving(
  uow: UnitOfWork,
  { zone, span, place, limit }: { zone: string; span: Span; place: Place; limit: number },
): Promise<readonly MovingName[]> {
  return uow.tx.$queryRaw<MovingName[]>`
    SELECT id::text, expires_at AS "expiresAt", auto_renew::text AS "autoRenew",
      next_transition_at AS "nextTransitionAt", next_notice_at AS "nextNoticeAt", next_charge_at AS "nextChargeAt"
    FROM domain
    WHERE zone = ${zone} AND status = 'ACTIVE' AND renewing_id IS NULL AND expires_at >= ${span.from}
      AND (${span.until}::timestamptz IS NULL OR expires_at < ${span.until})
      AND (${place.afterExpiresAt}::timestamptz IS NULL
        OR (expires_at, id) > (${place.afterExpiresAt}, ${place.afterId}::uuid))
    ORDER BY expires_at, id LIMIT ${limit} FOR UPDATE`
}

/** The stored dates of a name as another version has them. */
export interface MovedDates {
  readonly id: string
  readonly nextTransitionAt: Date | null
  readonly nextNoticeAt: Date | null
  readonly nextChargeAt: Date | null
}

/** Writes the dates of names that moved, in one statement. */
export async function writeMoved(uow: UnitOfWork, moved: readonly MovedDates[]): Promise<void> {
  await uow.tx.$executeRaw`
    UPDATE domain SET next_transition_at = moved.transition, next_notice_at = moved.notice,
      next_charge_at = moved.charge
    FROM unnest(${moved.map(({ id }) => id)}::uuid[],
      ${moved.map(({ nextTransitionAt }) => nextTransitionAt)}::timestamptz[],
      ${moved.map(({ nextNoticeAt }) => nextNoticeAt)}::timestamptz[],
      ${moved.map(({ nextChargeAt }) => nextChargeAt)}::timestamptz[])
      AS moved (id, transition, notice, charge)
    WHERE domain.id = moved.id`
}
