/** Very many names for the benchmarks, written set-based into a throw-away database. */
import { newId } from '@/lib/kernel/ids'
import type { TestDatabase } from '@/lib/platform/test-database'

interface Many {
  readonly count: number
  readonly status: 'ACTIVE' | 'EXPIRED'
  readonly expiresAt: Date
  readonly nextTransitionAt: Date
  /** Part of their labels, so that several lots do not meet. */
  readonly lot: string
}

/** Guards are off while the past is made up, and on again for everything that is measured. */
export async function manyNames(database: TestDatabase, many: Many): Promise<void> {
  const { count, status, expiresAt, nextTransitionAt, lot } = many
  await guards(database, 'DISABLE')
  await database.query(
    `INSERT INTO domain (id, name_ascii, open_name, name_unicode, zone, registry, owner_id, dossier_id, status,
       version, years, policy_from, policy_hash, held_at, allotment_due_at, allotment_slot_at, registered_at,
       expires_at, registry_expires_at, name_servers, next_transition_at, next_notice_at)
     SELECT gen_random_uuid(), name, name, name, 'vn', 'VNNIC', gen_random_uuid(), gen_random_uuid(), $2::"DomainStatus",
       1, 1, '2023-06-01', '', $3, $3, $3, $3, $3::timestamptz + interval '1 hour' * (n % 7) / 8, $3, '{}', $4,
       $3::timestamptz + interval '1 year'
     FROM generate_series(1, $1::int) AS n, LATERAL (SELECT $5 || '-' || n || '.vn' AS name) AS label`,
    [count, status, expiresAt, nextTransitionAt, lot],
  )
  await database.query(
    `INSERT INTO domain_event (domain_id, version, "from", command, "to", actor, at, data)
     SELECT id, 1, 'REGISTERING', 'confirm', status::text, 'setup', held_at, '{}' FROM domain
     WHERE name_ascii LIKE $1`,
    [`${lot}-%`],
  )
  await guards(database, 'ENABLE')
}

async function guards(database: TestDatabase, action: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const table of ['domain', 'domain_event']) {
    await database.query(`ALTER TABLE ${table} ${action} TRIGGER USER`)
  }
}

/** Names of one owner, for the pages. */
export async function ownedNames(database: TestDatabase, lot: string, count: number): Promise<string> {
  const owner = newId()
  await database.query(
    `UPDATE domain SET owner_id = $1 WHERE name_ascii IN
       (SELECT $2 || '-' || n || '.vn' FROM generate_series(1, $3::int) AS n)`,
    [owner, lot, count],
  )
  return owner
}
