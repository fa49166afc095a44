/** Renewing and ending a name. */
import { tag } from '../epp/xml-tag'
import { type Context, type Handler, required, requiredName, yearsOf } from './context'
import { loadZones, registrableZone } from './domain-check'
import { type DomainRow, lockOwnDomain, refuseIfProhibited } from './domain-row'
import { settleDue } from './domain-transfer'
import { agreedFee } from './fees'
import { CommandRefused, DONE } from './reply'

const MAX_YEARS = 10

/** RFC 5731 §3.2.3. The expiry known to the client proves that it does not renew twice by mistake. */
export const renewDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  const years = yearsOf(ctx.body, 1)
  const known = required(ctx.body, 'domain:curExpDate')
  await settleDue(ctx.db, name, ctx.now)
  const row = await lockOwnDomain(ctx, name)
  await refuseIfProhibited(ctx, row, 'Renew')
  if (row.expires_at.toISOString().slice(0, 10) !== known.slice(0, 10)) {
    throw new CommandRefused(2306, 'curExpDate is not the current expiry')
  }
  const fee = agreedFee(ctx, 'renew', name, registrableZone(name, await loadZones(ctx.db)), years)
  const expiresAt = await extendTerm(ctx, row, years)
  if (expiresAt === undefined) throw new CommandRefused(2105, `the term would exceed ${MAX_YEARS} years`)
  return {
    code: 1000,
    data: tag('domain:renData', [tag('domain:name', name), tag('domain:exDate', expiresAt.toISOString())]),
    extensions: fee,
  }
}

/** The new expiry; `undefined` and nothing changed when it would lie more than ten years ahead. */
async function extendTerm(ctx: Context, row: DomainRow, years: number): Promise<Date | undefined> {
  const { rows } = await ctx.db.query<{ expires_at: Date }>(
    `update sandbox_registry.domain set updated_by = $2, updated_at = $3::timestamptz,
       expires_at = (expires_at at time zone zone.time_zone + make_interval(years => $4))
         at time zone zone.time_zone
     from sandbox_registry.zone
     where domain.id = $1 and zone.name = domain.zone
       and expires_at + make_interval(years => $4) <= $3::timestamptz + make_interval(years => $5)
     returning expires_at`,
    [row.id, ctx.registrar, ctx.now, years, MAX_YEARS],
  )
  return rows[0]?.expires_at
}

/**
 * RFC 5731 §3.2.2. In a zone without redemption the name is free at once (1000); else it enters its
 * redemption, from which it can be restored (1001, RFC 3915).
 */
export const deleteDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  await settleDue(ctx.db, name, ctx.now)
  const row = await lockOwnDomain(ctx, name)
  await refuseIfProhibited(ctx, row, 'Delete')
  await refuseUsedHosts(ctx, row)
  const zone = registrableZone(name, await loadZones(ctx.db))
  if (zone.redemptionDays + zone.pendingDeleteDays === 0) {
    await ctx.db.query('delete from sandbox_registry.domain where id = $1', [row.id])
    return DONE
  }
  await ctx.db.query(
    `update sandbox_registry.domain set deleted_at = $2::timestamptz, updated_by = $3, updated_at = $2,
       redemption_until = $2::timestamptz + make_interval(days => $4),
       purge_at = $2::timestamptz + make_interval(days => $4 + $5), restore_requested_at = null
     where id = $1`,
    [row.id, ctx.now, ctx.registrar, zone.redemptionDays, zone.pendingDeleteDays],
  )
  return { code: 1001 }
}

/** A name whose hosts serve other names must stay (RFC 5731 §3.2.2). */
async function refuseUsedHosts(ctx: Context, row: DomainRow): Promise<void> {
  const { rowCount } = await ctx.db.query(
    `select 1 from sandbox_registry.host join sandbox_registry.domain_host link on link.host_id = host.id
     where host.superordinate_id = $1 and link.domain_id <> $1 limit 1`,
    [row.id],
  )
  if (rowCount === 1) throw new CommandRefused(2305, 'its hosts serve other names')
}
