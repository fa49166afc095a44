/** Restoring a deleted name (RFC 3915 §4.2.5): asked for in its redemption, completed by a report. */
import { NAMESPACES } from '../epp/namespaces'
import { childOf, textOf, type XmlNode } from '../epp/xml-node'
import { tag } from '../epp/xml-tag'
import type { Context } from './context'
import { type DomainRow, isRestoring, rgpStatuses } from './domain-row'
import { CommandRefused, DONE, type Reply } from './reply'

export async function restoreDomain(ctx: Context, row: DomainRow, restore: XmlNode): Promise<Reply> {
  if (restore.attrs.op === 'request') return request(ctx, row)
  if (restore.attrs.op === 'report') return report(ctx, row, childOf(restore, 'rgp:report'))
  throw new CommandRefused(2005, 'the restore has no op')
}

async function request(ctx: Context, row: DomainRow): Promise<Reply> {
  if (!rgpStatuses(row, ctx.now).includes('redemptionPeriod')) {
    throw new CommandRefused(2304, 'the name is not in redemption')
  }
  await ctx.db.query('update sandbox_registry.domain set restore_requested_at = $2 where id = $1', [
    row.id,
    ctx.now,
  ])
  if (!ctx.announced.has(NAMESPACES.rgp)) return DONE
  const status = tag('rgp:rgpStatus', [], { s: 'pendingRestore' })
  return { code: 1000, extensions: [tag('rgp:upData', [status])] }
}

async function report(ctx: Context, row: DomainRow, content: XmlNode | undefined): Promise<Reply> {
  if (row.deleted_at === null || !isRestoring(row, ctx.now)) {
    throw new CommandRefused(2304, 'no restore was asked for')
  }
  for (const part of ['preData', 'postData', 'delTime', 'resTime', 'resReason', 'statement'] as const) {
    if (textOf(content, `rgp:${part}`) === undefined) throw new CommandRefused(2003, `rgp:${part} is missing`)
  }
  await ctx.db.query(
    `update sandbox_registry.domain set deleted_at = null, redemption_until = null, purge_at = null,
       restore_requested_at = null, updated_by = $2, updated_at = $3 where id = $1`,
    [row.id, ctx.registrar, ctx.now],
  )
  return DONE
}
