/** Set-based reads and writes of the sweep: one statement a table and batch, whatever its size. */
import { actorName } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Step } from '../life.rule'
import type { DomainStatus } from '../lifecycle'
import type { Effect } from './effects'

/** Statuses that time alone changes. A held name is allotted by its own command. */
export const SWEPT: readonly DomainStatus[] = [
  'ACTIVE',
  'EXPIRED',
  'SUSPENDED',
  'REDEMPTION',
  'RECLAIM',
  'PENDING_DELETE',
]

export interface DueName {
  readonly id: string
  readonly zone: string
  readonly registry: string
  readonly nameAscii: string
  readonly status: DomainStatus
  readonly version: number
  readonly expiresAt: Date
}

/** A name with what happens to it now, and when the step after that is due (null after the last). */
export interface Move {
  readonly name: DueName
  readonly step: Step
  readonly nextAt: Date | null
  readonly effect: Effect | undefined
}

/** A name that was on the list too early, and when its turn comes (null: never by itself). */
export interface Later {
  readonly name: DueName
  readonly at: Date | null
}

/**
 * Locks up to `limit` due names, the longest due first; names another sweep works on are left to it, and one whose
 * renewal is at the registry to its answer (R-VN-07). Statuses are compared as what they are: of their texts
 * PostgreSQL keeps no statistics, and it would sort all that is due for each batch.
 */
export async function lockDue(uow: UnitOfWork, limit: number): Promise<readonly DueName[]> {
  return uow.tx.$queryRaw<DueName[]>`
    SELECT id, zone, registry, name_ascii AS "nameAscii", status::text, version, expires_at AS "expiresAt"
    FROM domain
    WHERE next_transition_at <= ${uow.now} AND status = ANY(${[...SWEPT]}::"DomainStatus"[]) AND expires_at IS NOT NULL
      AND renewing_id IS NULL
    ORDER BY next_transition_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`
}

/** Writes history, status and the registry's commands of all moves of a run. */
export async function writeMoves(uow: UnitOfWork, runId: string, moves: readonly Move[]): Promise<void> {
  const ids = moves.map((move) => move.name.id)
  await writeEvents(uow, moves, ids)
  await writeStatuses(uow, moves, ids)
  await writeEffects(
    uow,
    runId,
    moves.filter((move) => move.effect),
  )
}

async function writeEvents(uow: UnitOfWork, moves: readonly Move[], ids: readonly string[]): Promise<void> {
  await uow.tx.$executeRaw`
    INSERT INTO domain_event (domain_id, version, "from", command, "to", actor, at, data)
    SELECT move.id, move.version, move.before, move.command, move.after, ${actorName(uow.actor)}, ${uow.now},
      jsonb_build_object('dueAt', move.due, 'rule', move.rule)
    FROM unnest(${ids}::uuid[], ${moves.map((move) => move.name.version + 1)}::int[],
      ${moves.map((move) => move.name.status)}::text[], ${moves.map((move) => move.step.command)}::text[],
      ${moves.map((move) => move.step.to)}::text[], ${moves.map((move) => move.step.at.toISOString())}::text[],
      ${moves.map((move) => move.step.rule ?? null)}::text[])
      AS move (id, version, before, command, after, due, rule)`
}

async function writeStatuses(uow: UnitOfWork, moves: readonly Move[], ids: readonly string[]): Promise<void> {
  await uow.tx.$executeRaw`
    UPDATE domain SET status = move.after::"DomainStatus", version = domain.version + 1,
      next_transition_at = move.next,
      open_name = CASE WHEN move.after = 'RELEASED' THEN NULL ELSE open_name END,
      released_at = CASE WHEN move.after = 'RELEASED' THEN ${uow.now} ELSE released_at END,
      next_charge_at = CASE WHEN move.after = 'RELEASED' THEN NULL ELSE next_charge_at END
    FROM unnest(${ids}::uuid[], ${moves.map((move) => move.step.to)}::text[],
      ${moves.map((move) => move.nextAt)}::timestamptz[]) AS move (id, after, next)
    WHERE domain.id = move.id`
}

async function writeEffects(uow: UnitOfWork, runId: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await uow.tx.$executeRaw`
    INSERT INTO registry_command (id, registry, kind, subject_type, subject_id, sequence, payload, state,
      attempts, queued_at, due_at, run_id)
    SELECT effect.id, effect.registry, effect.kind, 'domain', effect.subject,
      1 + coalesce((SELECT max(sequence) FROM registry_command earlier
        WHERE earlier.subject_type = 'domain' AND earlier.subject_id = effect.subject), 0),
      jsonb_build_object('name', effect.name), 'QUEUED', 0, ${uow.now}, effect.due, ${runId}::uuid
    FROM unnest(${moves.map(() => newId())}::uuid[], ${moves.map((move) => move.name.registry)}::text[],
      ${moves.map((move) => move.effect?.kind ?? '')}::text[], ${moves.map((move) => move.name.id)}::uuid[],
      ${moves.map((move) => move.name.nameAscii)}::text[],
      ${moves.map((move) => move.effect?.dueAt ?? null)}::timestamptz[])
      AS effect (id, registry, kind, subject, name, due)`
}

/** Puts names where they belong on the list, or they would be met again for ever. */
export async function writeLater(uow: UnitOfWork, names: readonly Later[]): Promise<void> {
  await uow.tx.$executeRaw`
    UPDATE domain SET next_transition_at = later.at
    FROM unnest(${names.map(({ name }) => name.id)}::uuid[], ${names.map(({ at }) => at)}::timestamptz[])
      AS later (id, at)
    WHERE domain.id = later.id`
}
