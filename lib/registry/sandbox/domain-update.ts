import { childOf, childrenOf, textOf, type XmlNode } from '../epp/xml-node'
import { authInfoOf, type Context, extensionOf, type Handler, requiredName } from './context'
import { dsRows } from './domain-create'
import {
  hostLinks,
  linkContacts,
  linkHosts,
  refuseUnusableContacts,
  roleLinks,
  unlinkContacts,
  unlinkHosts,
} from './domain-links'
import { restoreDomain } from './domain-restore'
import { type DomainRow, type DsRow, lockOwnDomain, refuseIfProhibited } from './domain-row'
import { settleDue } from './domain-transfer'
import { CommandRefused, DONE } from './reply'
import { hashSecret } from './secrets'

const CLIENT_STATUSES = new Set([
  'clientHold',
  'clientDeleteProhibited',
  'clientRenewProhibited',
  'clientTransferProhibited',
  'clientUpdateProhibited',
])

/** RFC 5731 §3.2.5, with restore (RFC 3915) and DNSSEC (RFC 5910 §5.2.5) as extensions. */
export const updateDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  await settleDue(ctx.db, name, ctx.now)
  const row = await lockOwnDomain(ctx, name)
  const restore = childOf(extensionOf(ctx, 'rgp:update'), 'rgp:restore')
  if (restore !== undefined) return restoreDomain(ctx, row, restore)
  const add = childOf(ctx.body, 'domain:add')
  const remove = childOf(ctx.body, 'domain:rem')
  const change = childOf(ctx.body, 'domain:chg')
  const secDns = extensionOf(ctx, 'secDNS:update')
  if ([add, remove, change, secDns].every((part) => part === undefined)) {
    throw new CommandRefused(2003, 'the update changes nothing')
  }
  const removed = statusesOf(remove)
  await refuseIfProhibited(ctx, unlocked(row, removed), 'Update')
  await changeLinks(ctx, row, add, remove)
  await changeRow(ctx, row, {
    statuses: newStatuses(row, statusesOf(add), removed),
    dsRecords: newDsRecords(row, secDns),
    change,
  })
  return DONE
}

/** An update may take its own lock away (RFC 5731 §2.3). */
function unlocked(row: DomainRow, removed: readonly string[]): DomainRow {
  const lock = 'clientUpdateProhibited'
  return removed.includes(lock) ? { ...row, statuses: row.statuses.filter((status) => status !== lock) } : row
}

async function changeLinks(ctx: Context, row: DomainRow, add?: XmlNode, remove?: XmlNode): Promise<void> {
  await unlinkHosts(ctx, row.id, hostLinks(remove))
  await linkHosts(ctx, row.id, hostLinks(add))
  const added = roleLinks(add)
  await refuseUnusableContacts(
    ctx,
    added.map((link) => link.contactId),
  )
  await unlinkContacts(ctx, row.id, roleLinks(remove))
  await linkContacts(ctx, row.id, added)
}

function statusesOf(node: XmlNode | undefined): string[] {
  return childrenOf(node, 'domain:status').map((status) => {
    const value = status.attrs.s ?? ''
    if (!CLIENT_STATUSES.has(value)) throw new CommandRefused(2306, 'a status that clients cannot set')
    return value
  })
}

function newStatuses(row: DomainRow, added: readonly string[], removed: readonly string[]): string[] {
  const missing = removed.find((status) => !row.statuses.includes(status))
  if (missing !== undefined) throw new CommandRefused(2306, `${missing} is not set`)
  const kept = row.statuses.filter((status) => !removed.includes(status))
  return [...new Set([...kept, ...added])]
}

function newDsRecords(row: DomainRow, secDns: XmlNode | undefined): readonly DsRow[] {
  const remove = childOf(secDns, 'secDNS:rem')
  const all = ['1', 'true'].includes(textOf(remove, 'secDNS:all') ?? '')
  const removed = new Set(dsRows(remove).map((ds) => JSON.stringify(ds)))
  const kept = all ? [] : row.ds_records.map(sorted).filter((ds) => !removed.has(JSON.stringify(ds)))
  const added = dsRows(childOf(secDns, 'secDNS:add'))
  return [...kept, ...added]
}

/** jsonb keeps its own order of keys. */
function sorted({ keyTag, alg, digestType, digest }: DsRow): DsRow {
  return { keyTag, alg, digestType, digest }
}

interface RowChange {
  readonly statuses: readonly string[]
  readonly dsRecords: readonly DsRow[]
  readonly change: XmlNode | undefined
}

async function changeRow(ctx: Context, row: DomainRow, next: RowChange): Promise<void> {
  const registrant = textOf(next.change, 'domain:registrant') ?? row.registrant_id
  if (registrant === '') throw new CommandRefused(2306, 'a name has a registrant')
  if (registrant !== row.registrant_id) await refuseUnusableContacts(ctx, [registrant])
  await ctx.db.query(
    `update sandbox_registry.domain set statuses = $2, ds_records = $3, registrant_id = $4, auth_hash = $5,
       updated_by = $6, updated_at = $7 where id = $1`,
    [
      row.id,
      next.statuses,
      JSON.stringify(next.dsRecords),
      registrant,
      await newAuthHash(row, next.change),
      ctx.registrar,
      ctx.now,
    ],
  )
}

/** A new code, none (`domain:null` or an empty one), or the one there was. */
async function newAuthHash(row: DomainRow, change: XmlNode | undefined): Promise<string | null> {
  if (childOf(change, 'domain:authInfo') === undefined) return row.auth_hash
  const secret = authInfoOf(change, 'domain')
  return secret === undefined ? null : hashSecret(secret)
}
