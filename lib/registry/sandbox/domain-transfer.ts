/** Change of registrar (RFC 5731 §3.2.4). The losing one has five days to answer; silence is consent. */
import { type Tag, tag } from '../epp/xml-tag'
import { authInfoOf, type Context, type Handler, requiredName, yearsOf } from './context'
import type { Db } from './database'
import {
  type DomainRow,
  findDomain,
  lockDomain,
  purgeDue,
  refuseIfProhibited,
  refuseWrongCode,
} from './domain-row'
import { CommandRefused, type Reply } from './reply'
import { queueMessage } from './poll'

const ANSWER_DAYS = 5
const MAX_YEARS = 10

interface TransferRow {
  readonly domain_id: string
  readonly status: string
  readonly requested_by: string
  readonly requested_at: Date
  readonly acting: string
  readonly act_at: Date
  readonly years: number | null
}

export const transferDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  await settleDue(ctx.db, name, ctx.now)
  if (ctx.op === 'query') return query(ctx, name)
  const row = await lockDomain(ctx.db, name)
  if (ctx.op === 'request') return request(ctx, row)
  const pending = await findTransfer(ctx.db, row.id)
  if (pending?.status !== 'pending') throw new CommandRefused(2301, 'no transfer is pending')
  return decide(ctx, row, pending)
}

async function query(ctx: Context, name: string): Promise<Reply> {
  const row = await findDomain(ctx.db, name)
  const transfer = await findTransfer(ctx.db, row.id)
  if (transfer === undefined) throw new CommandRefused(2301, 'the name was never transferred')
  const code = authInfoOf(ctx.body, 'domain')
  if (![transfer.requested_by, transfer.acting].includes(ctx.registrar)) {
    if (code === undefined) throw new CommandRefused(2201, 'neither side of the transfer')
    await refuseWrongCode(row, code)
  }
  return { code: 1000, data: trnData(row, transfer) }
}

async function request(ctx: Context, row: DomainRow): Promise<Reply> {
  const code = authInfoOf(ctx.body, 'domain')
  if (row.registrar_id === ctx.registrar) throw new CommandRefused(2106, 'you sponsor the name')
  if (code === undefined) throw new CommandRefused(2003, 'domain:authInfo is missing')
  await refuseWrongCode(row, code)
  const before = await findTransfer(ctx.db, row.id)
  if (before?.status === 'pending') throw new CommandRefused(2300, 'a transfer is pending')
  await refuseIfProhibited(ctx, row, 'Transfer')
  const { rows } = await ctx.db.query<TransferRow>(
    `insert into sandbox_registry.transfer (domain_id, status, requested_by, requested_at, acting, act_at, years)
     values ($1, 'pending', $2, $3::timestamptz, $4, $3::timestamptz + make_interval(days => $5), $6)
     on conflict (domain_id) do update set status = excluded.status, requested_by = excluded.requested_by,
       requested_at = excluded.requested_at, acting = excluded.acting, act_at = excluded.act_at,
       years = excluded.years returning *`,
    [row.id, ctx.registrar, ctx.now, row.registrar_id, ANSWER_DAYS, requestedYears(ctx)],
  )
  const transfer = rows[0]
  if (transfer === undefined) throw new Error('the transfer was not stored')
  const data = trnData(row, transfer)
  await queueMessage(ctx.db, row.registrar_id, ctx.now, 'Transfer requested.', data)
  return { code: 1001, data }
}

function requestedYears(ctx: Context): number | null {
  const years = yearsOf(ctx.body, 0)
  return years === 0 ? null : years
}

/** Who may end it how: the losing registrar approves or rejects, the gaining one cancels. */
async function decide(ctx: Context, row: DomainRow, pending: TransferRow): Promise<Reply> {
  const allowed = { approve: pending.acting, reject: pending.acting, cancel: pending.requested_by }
  const status = { approve: 'clientApproved', reject: 'clientRejected', cancel: 'clientCancelled' }
  const op = ctx.op
  if (op !== 'approve' && op !== 'reject' && op !== 'cancel') throw new CommandRefused(2005, 'no such op')
  if (allowed[op] !== ctx.registrar) throw new CommandRefused(2201, `not yours to ${op}`)
  const data = await conclude(ctx.db, row, { ...pending, status: status[op], act_at: ctx.now })
  const other = op === 'cancel' ? pending.acting : pending.requested_by
  await queueMessage(ctx.db, other, ctx.now, `Transfer ended: ${status[op]}.`, data)
  return { code: 1000, data }
}

/** Stores the end of a transfer; an approved one moves the name, its hosts and its term. */
async function conclude(db: Db, row: DomainRow, transfer: TransferRow): Promise<Tag> {
  await db.query('update sandbox_registry.transfer set status = $2, act_at = $3 where domain_id = $1', [
    row.id,
    transfer.status,
    transfer.act_at,
  ])
  if (!transfer.status.endsWith('Approved')) return trnData(row, transfer)
  await db.query(
    `update sandbox_registry.domain set registrar_id = $2, transferred_at = $3::timestamptz, auth_hash = null,
       statuses = '{}', expires_at = greatest(expires_at, least(
         (expires_at at time zone zone.time_zone + make_interval(years => $4)) at time zone zone.time_zone,
         $3::timestamptz + make_interval(years => $5)))
     from sandbox_registry.zone where domain.id = $1 and zone.name = domain.zone`,
    [row.id, transfer.requested_by, transfer.act_at, transfer.years ?? 0, MAX_YEARS],
  )
  await db.query('update sandbox_registry.host set registrar_id = $2 where superordinate_id = $1', [
    row.id,
    transfer.requested_by,
  ])
  return trnData(await findDomain(db, row.name), transfer)
}

async function findTransfer(db: Db, domainId: string): Promise<TransferRow | undefined> {
  const { rows } = await db.query<TransferRow>(
    'select * from sandbox_registry.transfer where domain_id = $1',
    [domainId],
  )
  return rows[0]
}

/** What time alone has brought about for a name: its purge, or the approval of a transfer by silence. */
export async function settleDue(db: Db, name: string, now: Date): Promise<void> {
  await purgeDue(db, [name], now)
  const { rows } = await db.query<{ name: string }>(
    `select name from sandbox_registry.domain join sandbox_registry.transfer on domain_id = domain.id
     where name = $1 and status = 'pending' and act_at <= $2`,
    [name, now],
  )
  for (const due of rows) await approveBySilence(db, due.name, now)
}

/** The same for every pending transfer between a registrar and another. */
export async function settleTransfers(db: Db, registrar: string, now: Date): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select name from sandbox_registry.domain join sandbox_registry.transfer on domain_id = domain.id
     where status = 'pending' and act_at <= $2 and $1 in (requested_by, acting)`,
    [registrar, now],
  )
  for (const due of rows) await approveBySilence(db, due.name, now)
}

async function approveBySilence(db: Db, name: string, now: Date): Promise<void> {
  const row = await lockDomain(db, name)
  const transfer = await findTransfer(db, row.id)
  if (transfer?.status !== 'pending' || transfer.act_at > now) return
  const data = await conclude(db, row, { ...transfer, status: 'serverApproved' })
  for (const side of [transfer.acting, transfer.requested_by]) {
    await queueMessage(db, side, transfer.act_at, 'Transfer ended: serverApproved.', data)
  }
}

function trnData(row: DomainRow, transfer: TransferRow): Tag {
  return tag('domain:trnData', [
    tag('domain:name', row.name),
    tag('domain:trStatus', transfer.status),
    tag('domain:reID', transfer.requested_by),
    tag('domain:reDate', transfer.requested_at.toISOString()),
    tag('domain:acID', transfer.acting),
    tag('domain:acDate', transfer.act_at.toISOString()),
    tag('domain:exDate', row.expires_at.toISOString()),
  ])
}
