/** What a name refers to: contacts and name servers. */
import { isIP } from 'node:net'
import { childOf, childrenOf, type XmlNode } from '../epp/xml-node'
import { type Context, requiredName, validName } from './context'
import { CommandRefused } from './reply'

interface RoleLink {
  readonly role: string
  readonly contactId: string
}

/** The contacts that a command names (2005 for a role that EPP does not have). */
export function roleLinks(node: XmlNode | undefined): RoleLink[] {
  return childrenOf(node, 'domain:contact').map((contact) => {
    const role = contact.attrs.type ?? ''
    if (!['admin', 'tech', 'billing'].includes(role)) throw new CommandRefused(2005, 'a contact has no role')
    return { role, contactId: contact.text }
  })
}

/** Refuses 2303 when one of the contacts does not exist, 2201 when it is another registrar's. */
export async function refuseUnusableContacts(ctx: Context, ids: readonly string[]): Promise<void> {
  const { rows } = await ctx.db.query<{ id: string; registrar_id: string }>(
    'select id, registrar_id from sandbox_registry.contact where id = any ($1) for key share',
    [ids],
  )
  const owners = new Map(rows.map((row) => [row.id, row.registrar_id]))
  for (const id of ids) {
    const owner = owners.get(id)
    if (owner === undefined) throw new CommandRefused(2303, `contact ${id} does not exist`)
    if (owner !== ctx.registrar) throw new CommandRefused(2201, `contact ${id} is sponsored by another`)
  }
}

export async function linkContacts(
  ctx: Context,
  domainId: string,
  links: readonly RoleLink[],
): Promise<void> {
  for (const link of links) {
    await ctx.db.query(
      'insert into sandbox_registry.domain_contact values ($1, $2, $3) on conflict do nothing',
      [domainId, link.role, link.contactId],
    )
  }
}

export async function unlinkContacts(
  ctx: Context,
  domainId: string,
  links: readonly RoleLink[],
): Promise<void> {
  for (const link of links) {
    const { rowCount } = await ctx.db.query(
      'delete from sandbox_registry.domain_contact where domain_id = $1 and role = $2 and contact_id = $3',
      [domainId, link.role, link.contactId],
    )
    if (rowCount !== 1) throw new CommandRefused(2303, `${link.contactId} is not ${link.role} contact`)
  }
}

/** Name servers of a command: host objects, or attributes with their addresses; never both. */
interface HostLinks {
  readonly objects: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly addresses: readonly string[] }[]
}

const MAX_SERVERS = 13

export function hostLinks(node: XmlNode | undefined): HostLinks {
  const ns = childOf(node, 'domain:ns')
  const objects = childrenOf(ns, 'domain:hostObj').map((host) => validName(host.text))
  const attributes = childrenOf(ns, 'domain:hostAttr').map((host) => ({
    name: requiredName(host, 'domain:hostName'),
    addresses: childrenOf(host, 'domain:hostAddr').map((address) => validAddress(address)),
  }))
  if (objects.length > 0 && attributes.length > 0) throw new CommandRefused(2001, 'hostObj beside hostAttr')
  if (objects.length + attributes.length > MAX_SERVERS) {
    throw new CommandRefused(2306, `at most ${MAX_SERVERS} name servers`)
  }
  return { objects, attributes }
}

/** An IP address of the kind it says it is (2005). */
export function validAddress(node: XmlNode): string {
  const version = (node.attrs.ip ?? 'v4') === 'v6' ? 6 : 4
  if (isIP(node.text) !== version) throw new CommandRefused(2005, 'not an IP address of that kind')
  return node.text
}

export async function linkHosts(ctx: Context, domainId: string, links: HostLinks): Promise<void> {
  for (const name of links.objects) {
    const { rows } = await ctx.db.query<{ id: string }>(
      'select id from sandbox_registry.host where name = $1 for key share',
      [name],
    )
    const host = rows[0]
    if (host === undefined) throw new CommandRefused(2303, `host ${name} does not exist`)
    await addLink(ctx, domainId, [host.id, null, []], name)
  }
  for (const host of links.attributes) {
    await addLink(ctx, domainId, [null, host.name, host.addresses], host.name)
  }
  await refuseMixedModels(ctx, domainId)
}

async function addLink(
  ctx: Context,
  domainId: string,
  link: readonly unknown[],
  name: string,
): Promise<void> {
  const { rowCount } = await ctx.db.query(
    `insert into sandbox_registry.domain_host (domain_id, host_id, attribute_name, attribute_addresses)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [domainId, ...link],
  )
  if (rowCount !== 1) throw new CommandRefused(2306, `${name} is a name server of it already`)
}

async function refuseMixedModels(ctx: Context, domainId: string): Promise<void> {
  const { rows } = await ctx.db.query<{ total: number; models: number }>(
    `select count(*)::int as total, count(distinct host_id is null)::int as models
     from sandbox_registry.domain_host where domain_id = $1`,
    [domainId],
  )
  const counted = rows[0] ?? { total: 0, models: 0 }
  if (counted.models > 1) throw new CommandRefused(2306, 'the name has name servers of the other model')
  if (counted.total > MAX_SERVERS) throw new CommandRefused(2306, `at most ${MAX_SERVERS} name servers`)
}

export async function unlinkHosts(ctx: Context, domainId: string, links: HostLinks): Promise<void> {
  for (const name of [...links.objects, ...links.attributes.map((host) => host.name)]) {
    const { rowCount } = await ctx.db.query(
      `delete from sandbox_registry.domain_host link where domain_id = $1 and
       (attribute_name = $2 or host_id = (select id from sandbox_registry.host where name = $2))`,
      [domainId, name],
    )
    if (rowCount !== 1) throw new CommandRefused(2303, `${name} is not a name server of it`)
  }
}
