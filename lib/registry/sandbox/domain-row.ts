import type { Db } from './database'
import type { Context } from './context'
import { isSecret } from './secrets'
import { CommandRefused } from './reply'

export interface DomainRow {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly registrar_id: string
  readonly registrant_id: string
  readonly created_by: string
  readonly created_at: Date
  readonly updated_by: string | null
  readonly updated_at: Date | null
  readonly expires_at: Date
  readonly transferred_at: Date | null
  readonly auth_hash: string | null
  readonly statuses: readonly string[]
  readonly server_statuses: readonly string[]
  readonly ds_records: readonly DsRow[]
  readonly deleted_at: Date | null
  readonly redemption_until: Date | null
  readonly purge_at: Date | null
  readonly restore_requested_at: Date | null
}

export interface DsRow {
  readonly keyTag: string
  readonly alg: string
  readonly digestType: string
  readonly digest: string
}

const DAY = 86_400_000
/** How long a restore may wait for its report (RFC 3915 §3.1). */
const REPORT_DAYS = 7

/** The name's row. Refused 2303 when there is none. */
export async function findDomain(db: Db, name: string): Promise<DomainRow> {
  const { rows } = await db.query<DomainRow>('select * from sandbox_registry.domain where name = $1', [name])
  return rows[0] ?? refuseMissing(name)
}

/** The name's row, locked to the end of the transaction. Refused 2303, and 2201 when another sponsors it. */
export async function lockOwnDomain(ctx: Context, name: string): Promise<DomainRow> {
  const row = await lockDomain(ctx.db, name)
  if (row.registrar_id !== ctx.registrar) throw new CommandRefused(2201, `${name} is sponsored by another`)
  return row
}

export async function lockDomain(db: Db, name: string): Promise<DomainRow> {
  const { rows } = await db.query<DomainRow>(
    'select * from sandbox_registry.domain where name = $1 for update',
    [name],
  )
  return rows[0] ?? refuseMissing(name)
}

function refuseMissing(name: string): never {
  throw new CommandRefused(2303, `${name} does not exist`)
}

/** Refuses 2304 when the name's state forbids `action`. */
export async function refuseIfProhibited(ctx: Context, row: DomainRow, action: string): Promise<void> {
  if (row.deleted_at !== null) throw new CommandRefused(2304, 'pendingDelete')
  if (action !== 'Transfer' && (await isTransferPending(ctx.db, row.id))) {
    throw new CommandRefused(2304, 'pendingTransfer')
  }
  const forbidding = [...row.statuses, ...row.server_statuses].find((status) =>
    status.endsWith(`${action}Prohibited`),
  )
  if (forbidding !== undefined) throw new CommandRefused(2304, forbidding)
}

export async function isTransferPending(db: Db, domainId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "select 1 from sandbox_registry.transfer where domain_id = $1 and status = 'pending'",
    [domainId],
  )
  return rowCount === 1
}

/** Which phase of its end a deleted name is in (RFC 3915 §2); none when it is not deleted. */
export function rgpStatuses(row: DomainRow, now: Date): string[] {
  if (row.deleted_at === null) return []
  if (isRestoring(row, now)) return ['pendingRestore']
  return row.redemption_until !== null && row.redemption_until > now
    ? ['redemptionPeriod']
    : ['pendingDelete']
}

export function isRestoring(row: DomainRow, now: Date): boolean {
  const asked = row.restore_requested_at
  return asked !== null && asked.getTime() + REPORT_DAYS * DAY > now.getTime()
}

/** Deletes for good the names among `names` whose time has come; a restore under way keeps its name. */
export async function purgeDue(db: Db, names: readonly string[], now: Date): Promise<void> {
  await db.query(
    `delete from sandbox_registry.domain
     where name = any ($1) and purge_at <= $2
       and (restore_requested_at is null or restore_requested_at + make_interval(days => $3) <= $2)`,
    [names, now, REPORT_DAYS],
  )
}

/** Refuses 2202 when `given` is not the name's authorisation code. */
export async function refuseWrongCode(row: DomainRow, given: string): Promise<void> {
  if (!(await isSecret(given, row.auth_hash))) throw new CommandRefused(2202, 'the code is not the right one')
}
