import { isIPv6 } from 'node:net'
import { NAMESPACES } from '../epp/namespaces'
import { childOf } from '../epp/xml-node'
import { optionalTag, type Tag, tag, tags } from '../epp/xml-tag'
import { authInfoOf, type Context, type Handler, requiredName } from './context'
import { type DomainRow, findDomain, isTransferPending, refuseWrongCode, rgpStatuses } from './domain-row'
import { settleDue } from './domain-transfer'

interface Links {
  readonly contacts: readonly { readonly role: string; readonly contact_id: string }[]
  readonly servers: readonly { readonly name: string; readonly addresses: readonly string[] | null }[]
  readonly hosts: readonly { readonly name: string }[]
}

/** RFC 5731 §3.1.2. The authorisation code is kept only as a hash, so it is never in the answer (RFC 9154). */
export const infoDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  await settleDue(ctx.db, name, ctx.now)
  const row = await findDomain(ctx.db, name)
  const code = authInfoOf(ctx.body, 'domain')
  if (code !== undefined && row.registrar_id !== ctx.registrar) await refuseWrongCode(row, code)
  const links = await loadLinks(ctx, row.id)
  const statuses = await domainStatuses(ctx, row, links.servers.length)
  return { code: 1000, data: infData(ctx, row, links, statuses), extensions: extensions(ctx, row) }
}

function infData(ctx: Context, row: DomainRow, links: Links, statuses: readonly string[]): Tag {
  const wanted = childOf(ctx.body, 'domain:name')?.attrs.hosts ?? 'all'
  const servers = wanted === 'all' || wanted === 'del' ? serverTag(links) : undefined
  const hosts = wanted === 'all' || wanted === 'sub' ? links.hosts : []
  return tag('domain:infData', [
    tag('domain:name', row.name),
    tag('domain:roid', `D${row.id}-VN`),
    ...statuses.map((status) => tag('domain:status', [], { s: status })),
    tag('domain:registrant', row.registrant_id),
    ...links.contacts.map((link) => tag('domain:contact', link.contact_id, { type: link.role })),
    servers,
    ...tags(
      'domain:host',
      hosts.map((host) => host.name),
    ),
    tag('domain:clID', row.registrar_id),
    tag('domain:crID', row.created_by),
    tag('domain:crDate', row.created_at.toISOString()),
    optionalTag('domain:upID', row.updated_by ?? undefined),
    optionalTag('domain:upDate', row.updated_at?.toISOString()),
    tag('domain:exDate', row.expires_at.toISOString()),
    optionalTag('domain:trDate', row.transferred_at?.toISOString()),
  ])
}

function serverTag(links: Links): Tag | undefined {
  if (links.servers.length === 0) return undefined
  return tag(
    'domain:ns',
    links.servers.map(({ name, addresses }) => {
      if (addresses === null) return tag('domain:hostObj', name)
      const lines = addresses.map((address) =>
        tag('domain:hostAddr', address, { ip: isIPv6(address) ? 'v6' : 'v4' }),
      )
      return tag('domain:hostAttr', [tag('domain:hostName', name), ...lines])
    }),
  )
}

async function domainStatuses(ctx: Context, row: DomainRow, servers: number): Promise<string[]> {
  const statuses = [...row.statuses, ...row.server_statuses]
  if (row.deleted_at !== null) statuses.push('pendingDelete')
  if (await isTransferPending(ctx.db, row.id)) statuses.push('pendingTransfer')
  if (servers === 0) statuses.push('inactive')
  return statuses.length === 0 ? ['ok'] : statuses
}

async function loadLinks(ctx: Context, domainId: string): Promise<Links> {
  const contacts = await ctx.db.query<Links['contacts'][number]>(
    'select role, contact_id from sandbox_registry.domain_contact where domain_id = $1 order by role, contact_id',
    [domainId],
  )
  const servers = await ctx.db.query<Links['servers'][number]>(
    `select coalesce(host.name, link.attribute_name) as name,
       case when host.id is null then link.attribute_addresses end as addresses
     from sandbox_registry.domain_host link left join sandbox_registry.host on host.id = link.host_id
     where link.domain_id = $1 order by link.id`,
    [domainId],
  )
  const hosts = await ctx.db.query<Links['hosts'][number]>(
    'select name from sandbox_registry.host where superordinate_id = $1 order by name',
    [domainId],
  )
  return { contacts: contacts.rows, servers: servers.rows, hosts: hosts.rows }
}

function extensions(ctx: Context, row: DomainRow): Tag[] {
  const found: Tag[] = []
  const phases = rgpStatuses(row, ctx.now)
  if (phases.length > 0 && ctx.announced.has(NAMESPACES.rgp)) {
    const lines = phases.map((phase) => tag('rgp:rgpStatus', [], { s: phase }))
    found.push(tag('rgp:infData', lines))
  }
  if (row.ds_records.length > 0 && ctx.announced.has(NAMESPACES.secDNS)) {
    const records = row.ds_records.map((ds) =>
      tag('secDNS:dsData', [
        tag('secDNS:keyTag', ds.keyTag),
        tag('secDNS:alg', ds.alg),
        tag('secDNS:digestType', ds.digestType),
        tag('secDNS:digest', ds.digest),
      ]),
    )
    found.push(tag('secDNS:infData', records))
  }
  return found
}
