/** Set-based reads and writes of the notices about terms. */
import type { Notice } from '@/lib/domains/notices.rule'
import { newId } from '@/lib/kernel/ids'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'

export interface NamedDue {
  readonly id: string
  readonly zone: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly ownerId: string
  readonly expiresAt: Date
  readonly nextNoticeAt: Date
}

export interface Told {
  readonly name: NamedDue
  readonly send: readonly Notice[]
  readonly nextAt: Date | null
}

/** Locks up to `limit` names of which something is to be told; names another worker is at are left to it. */
export async function lockToTell(uow: UnitOfWork, limit: number): Promise<readonly NamedDue[]> {
  return uow.tx.$queryRaw<NamedDue[]>`
    SELECT id, zone, name_ascii AS "nameAscii", name_unicode AS "nameUnicode", owner_id AS "ownerId",
      expires_at AS "expiresAt", next_notice_at AS "nextNoticeAt"
    FROM domain WHERE next_notice_at <= ${uow.now} AND expires_at IS NOT NULL
    ORDER BY next_notice_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`
}

/** Writes the messages, each once whatever runs twice, and when the next ones are due; the messages' number. */
export async function writeTold(uow: UnitOfWork, told: readonly Told[]): Promise<number> {
  const messages = told.flatMap(({ name, send }) => send.map((notice) => ({ name, notice })))
  const written = await uow.tx.$executeRaw`
    INSERT INTO message (id, dedupe_key, user_id, address, template, locale, params, subject_type, subject_id,
      state, created_at, attempts)
    SELECT given.id, given.key, u.id, u.email, given.template, u.locale, given.params, 'domain', given.subject,
      'QUEUED', ${uow.now}, 0
    FROM unnest(${messages.map(() => newId())}::uuid[], ${messages.map(keyOf)}::text[],
      ${messages.map(({ name }) => name.ownerId)}::uuid[],
      ${messages.map(({ notice }) => `notice-${notice.kind}`)}::text[],
      ${messages.map((message) => JSON.stringify(paramsOf(message)))}::jsonb[],
      ${messages.map(({ name }) => name.id)}::text[], ${messages.map(isEarly)}::boolean[])
      AS given (id, key, owner, template, params, subject, early)
    JOIN app_user u ON u.id = given.owner AND (u.early_notices OR NOT given.early)
    ON CONFLICT (dedupe_key) DO NOTHING`
  await uow.tx.$executeRaw`
    UPDATE domain SET next_notice_at = told.next
    FROM unnest(${told.map(({ name }) => name.id)}::uuid[], ${told.map(({ nextAt }) => nextAt)}::timestamptz[])
      AS told (id, next)
    WHERE domain.id = told.id`
  return written
}

interface Message {
  readonly name: NamedDue
  readonly notice: Notice
}

/** Earlier than the invitation one month before (R-NS-27): a courtesy that can be declined. */
function isEarly({ notice }: Message): boolean {
  return notice.kind === 'expires-in' && (notice.days ?? 0) > 31
}

/** One message for each notice of each term. */
function keyOf({ name, notice }: Message): string {
  return `notice:${name.id}:${name.expiresAt.toISOString()}:${notice.kind}:${notice.days ?? ''}`
}

function paramsOf({ name, notice }: Message): Record<string, string | number> {
  return {
    name: name.nameUnicode,
    expires: name.expiresAt.toISOString(),
    due: notice.about.toISOString(),
    timeZone: zoneById(name.zone).timeZone,
    path: `/names/${name.nameAscii}`,
    ...(notice.days !== undefined && { days: notice.days }),
  }
}
