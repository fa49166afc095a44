/** Set-based reads and writes of the notices about terms. */
import { isEarlyNotice } from '@/lib/domains/notices.rule'
import { newId } from '@/lib/kernel/ids'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { RenewalPhase } from '@/lib/policy/fees.rule'
import { type NamedDue, noticeParams } from './params'
import type { DueNotice } from './plan'

export interface Told {
  readonly name: NamedDue
  readonly send: readonly DueNotice[]
  readonly nextAt: Date | null
  readonly phase: RenewalPhase | undefined
}

/**
 * Locks up to `limit` names of which something is to be told; names another worker is at are left to it, and one whose
 * renewal is at the registry to its answer.
 */
export async function lockToTell(uow: UnitOfWork, limit: number): Promise<readonly NamedDue[]> {
  return uow.tx.$queryRaw<NamedDue[]>`
    SELECT id, zone, name_ascii AS "nameAscii", name_unicode AS "nameUnicode", owner_id AS "ownerId",
      expires_at AS "expiresAt", next_notice_at AS "nextNoticeAt",
      violation_since AS "violationSince"
    FROM domain WHERE next_notice_at <= ${uow.now} AND expires_at IS NOT NULL AND renewing_id IS NULL
    ORDER BY next_notice_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`
}

/** Writes the messages, each once whatever runs twice, and when the next ones are due; the messages' number. */
export async function writeTold(uow: UnitOfWork, told: readonly Told[]): Promise<number> {
  const messages = told.flatMap(({ name, send, phase }) => send.map((notice) => ({ name, notice, phase })))
  const written = await writeMessages(uow, messages)
  await uow.tx.$executeRaw`
    UPDATE domain SET next_notice_at = told.next
    FROM unnest(${told.map(({ name }) => name.id)}::uuid[], ${told.map(({ nextAt }) => nextAt)}::timestamptz[])
      AS told (id, next)
    WHERE domain.id = told.id`
  return written
}

interface Message {
  readonly name: NamedDue
  readonly notice: DueNotice
  readonly phase: RenewalPhase | undefined
}

/**
 * R-NS-16, R-NS-17: a notice goes to the holder's account and to the name's own registrant and admin contacts where
 * these have other addresses, to each address once, with a row and a state of its own. A contact who has an account
 * reads it in its language, the others in the holder's.
 */
async function writeMessages(uow: UnitOfWork, messages: readonly Message[]): Promise<number> {
  const ids = () => messages.map(() => newId())
  return uow.tx.$executeRaw`
    WITH given AS (
      SELECT g.*, u.id AS user_id, u.email, u.locale, u.early_notices
      FROM unnest(${ids()}::uuid[], ${ids()}::uuid[], ${ids()}::uuid[], ${messages.map(keyOf)}::text[],
        ${messages.map(({ name }) => name.ownerId)}::uuid[],
        ${messages.map(({ notice }) => `notice-${notice.kind}`)}::text[],
        ${messages.map((message) => JSON.stringify(paramsOf(message, uow.now)))}::jsonb[],
        ${messages.map(({ name }) => name.id)}::uuid[],
        ${messages.map(({ notice }) => isEarlyNotice(notice))}::boolean[])
        AS g (id, registrant_id, admin_id, key, owner, template, params, subject, early)
      JOIN app_user u ON u.id = g.owner
    ), contact AS (
      SELECT DISTINCT ON (given.key, address.email) given.*, c.role, trim(c.data ->> 'email') AS address,
        c.data ->> 'name' AS recipient, known.locale AS own_locale,
        coalesce(known.early_notices, true) AND declined.address IS NULL AS wants_early
      FROM given
      JOIN domain_contact c ON c.domain_id = given.subject AND c.role IN ('registrant', 'admin')
      CROSS JOIN LATERAL (SELECT lower(trim(c.data ->> 'email')) AS email) address
      LEFT JOIN app_user known ON known.email = address.email AND known.email_verified IS NOT NULL
      LEFT JOIN declined_notice declined ON declined.address = address.email
      WHERE address.email LIKE '%_@_%' AND address.email <> lower(given.email)
      ORDER BY given.key, address.email, c.role DESC
    ), recipient AS (
      SELECT id, key, user_id, email AS address, template, locale, params, subject FROM given
      WHERE early_notices OR NOT early
      UNION ALL
      SELECT CASE role WHEN 'admin' THEN admin_id ELSE registrant_id END, key || ':' || role, NULL, address, template,
        coalesce(own_locale, locale),
        params || jsonb_build_object('recipient', coalesce(recipient, ''), 'contactOf', params -> 'name',
          'contactRole', role), subject
      FROM contact WHERE wants_early OR NOT early
    )
    INSERT INTO message (id, dedupe_key, user_id, address, template, locale, params, subject_type, subject_id,
      state, created_at, attempts)
    SELECT id, key, user_id, address, template, locale, params, 'domain', subject::text, 'QUEUED', ${uow.now}, 0
    FROM recipient ON CONFLICT (dedupe_key) DO NOTHING`
}

function paramsOf({ name, notice, phase }: Message, now: Date) {
  return noticeParams(name, notice, { now, phase })
}

/** One message for each notice of each term; a contact's has its role besides. */
function keyOf({ name, notice }: Message): string {
  return `notice:${name.id}:${name.expiresAt.toISOString()}:${notice.kind}:${notice.days ?? ''}`
}
