/**
 * Effects on names that a registry refused and that are still wanted: the name is as it was when the effect was asked
 * for, and no later command about it has taken its place. The portal's status then says what the registry's does not.
 */
import type { Tx } from '@/lib/platform/db'

/** The commands that bring a name at its registry to what it is in the portal. */
const EFFECTS = `('domain-hold', 'domain-unhold', 'domain-delete', 'domain-release')`

/**
 * The condition on a row `c` of the journal, as SQL. A released name is released again only while nobody has it here
 * anew; while a renewal is at the registry, its answer decides.
 */
export const LOST_EFFECT = `c.state = 'REFUSED' AND c.kind IN ${EFFECTS} AND c.subject_type = 'domain'
  AND NOT EXISTS (SELECT 1 FROM registry_command later
    WHERE later.subject_type = 'domain' AND later.subject_id = c.subject_id AND later.sequence > c.sequence
      AND later.kind IN ${EFFECTS} AND later.state <> 'NOT_SENT')
  AND EXISTS (SELECT 1 FROM domain d WHERE d.id = c.subject_id AND d.renewing_id IS NULL AND CASE c.kind
    WHEN 'domain-hold' THEN d.status IN ('SUSPENDED', 'RECLAIM', 'PENDING_DELETE')
      OR (d.violation_since IS NOT NULL AND d.status IN ('ACTIVE', 'EXPIRED'))
    WHEN 'domain-unhold' THEN d.status IN ('ACTIVE', 'EXPIRED') AND d.violation_since IS NULL
    WHEN 'domain-delete' THEN d.status IN ('REDEMPTION', 'PENDING_DELETE')
    ELSE d.status = 'RELEASED'
      AND NOT EXISTS (SELECT 1 FROM domain anew WHERE anew.open_name = d.name_ascii) END)`

/** Those of some commands of the journal that are such effects. */
export async function lostEffects(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT c.id::text FROM registry_command c WHERE c.id = ANY($1::uuid[]) AND ${LOST_EFFECT}`,
    ids,
  )
  return new Set(rows.map(({ id }) => id))
}
