/** Host objects (RFC 5732). */
import { isIPv6 } from 'node:net'
import { childOf, childrenOf, type XmlNode } from '../epp/xml-node'
import { optionalTag, tag } from '../epp/xml-tag'
import { type Context, type Handler, requiredName, validName } from './context'
import { loadZones } from './domain-check'
import { validAddress } from './domain-links'
import { lockOwnDomain } from './domain-row'
import { registrableName, zoneOf } from './names.rule'
import { CommandRefused, DONE } from './reply'

interface HostRow {
  readonly id: string
  readonly name: string
  readonly superordinate_id: string | null
  readonly registrar_id: string
  readonly created_by: string
  readonly created_at: Date
  readonly updated_by: string | null
  readonly updated_at: Date | null
  readonly addresses: readonly string[]
  readonly linked: boolean
}

/** RFC 5732 §3.1.1. */
export const checkHost: Handler = async (ctx) => {
  const names = childrenOf(ctx.body, 'host:name').map((name) => validName(name.text))
  if (names.length === 0) throw new CommandRefused(2003, 'host:name is missing')
  const { rows } = await ctx.db.query<{ name: string }>(
    'select name from sandbox_registry.host where name = any ($1)',
    [names],
  )
  const taken = new Set(rows.map((row) => row.name))
  const entries = names.map((name) =>
    tag('host:cd', [
      tag('host:name', name, { avail: taken.has(name) ? '0' : '1' }),
      taken.has(name) ? tag('host:reason', 'In use') : undefined,
    ]),
  )
  return { code: 1000, data: tag('host:chkData', entries) }
}

/** RFC 5732 §3.2.1: under a name of ours it needs an address, elsewhere it has none. */
export const createHost: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'host:name')
  const addresses = addressesOf(ctx.body)
  const superordinate = await superordinateOf(ctx, name)
  refuseWrongAddresses(superordinate, addresses)
  const { rowCount } = await ctx.db.query(
    `insert into sandbox_registry.host (name, superordinate_id, registrar_id, created_by, created_at, addresses)
     values ($1, $2, $3, $3, $4, $5) on conflict (name) do nothing`,
    [name, superordinate, ctx.registrar, ctx.now, addresses],
  )
  if (rowCount !== 1) throw new CommandRefused(2302, `host ${name} exists`)
  const data = [tag('host:name', name), tag('host:crDate', ctx.now.toISOString())]
  return { code: 1000, data: tag('host:creData', data) }
}

/** RFC 5732 §3.1.2. */
export const infoHost: Handler = async (ctx) => {
  const row = await findHost(ctx)
  return {
    code: 1000,
    data: tag('host:infData', [
      tag('host:name', row.name),
      tag('host:roid', `H${row.id}-VN`),
      tag('host:status', [], { s: 'ok' }),
      row.linked ? tag('host:status', [], { s: 'linked' }) : undefined,
      ...row.addresses.map((address) => tag('host:addr', address, { ip: isIPv6(address) ? 'v6' : 'v4' })),
      tag('host:clID', row.registrar_id),
      tag('host:crID', row.created_by),
      tag('host:crDate', row.created_at.toISOString()),
      optionalTag('host:upID', row.updated_by ?? undefined),
      optionalTag('host:upDate', row.updated_at?.toISOString()),
    ]),
  }
}

/** RFC 5732 §3.2.5. */
export const updateHost: Handler = async (ctx) => {
  const row = await findOwnHost(ctx)
  const removed = new Set(addressesOf(childOf(ctx.body, 'host:rem')))
  const added = addressesOf(childOf(ctx.body, 'host:add'))
  const addresses = [...new Set([...row.addresses.filter((address) => !removed.has(address)), ...added])]
  const change = childOf(ctx.body, 'host:chg')
  const name = change === undefined ? row.name : requiredName(change, 'host:name')
  if (name !== row.name && row.superordinate_id === null && row.linked) {
    throw new CommandRefused(2305, 'names refer to the host')
  }
  const superordinate = name === row.name ? row.superordinate_id : await superordinateOf(ctx, name)
  refuseWrongAddresses(superordinate, addresses)
  const { rowCount } = await ctx.db.query(
    `update sandbox_registry.host set name = $2, superordinate_id = $3, addresses = $4, updated_by = $5,
       updated_at = $6 where id = $1
       and not exists (select 1 from sandbox_registry.host other where other.name = $2 and other.id <> $1)`,
    [row.id, name, superordinate, addresses, ctx.registrar, ctx.now],
  )
  if (rowCount !== 1) throw new CommandRefused(2302, `host ${name} exists`)
  return DONE
}

/** RFC 5732 §3.2.2. */
export const deleteHost: Handler = async (ctx) => {
  const row = await findOwnHost(ctx)
  if (row.linked) throw new CommandRefused(2305, 'names refer to the host')
  await ctx.db.query('delete from sandbox_registry.host where id = $1', [row.id])
  return DONE
}

async function findOwnHost(ctx: Context): Promise<HostRow> {
  const row = await findHost(ctx, 'for update of host')
  if (row.registrar_id !== ctx.registrar) throw new CommandRefused(2201, 'another sponsors the host')
  return row
}

async function findHost(ctx: Context, lock: '' | 'for update of host' = ''): Promise<HostRow> {
  const name = requiredName(ctx.body, 'host:name')
  const { rows } = await ctx.db.query<HostRow>(
    `select host.*, exists (select 1 from sandbox_registry.domain_host where host_id = host.id) as linked
     from sandbox_registry.host where name = $1 ${lock}`,
    [name],
  )
  const row = rows[0]
  if (row === undefined) throw new CommandRefused(2303, `host ${name} does not exist`)
  return row
}

/** The name of ours above a host; it must exist (2303) and be the client's (2201). `null` for outside hosts. */
async function superordinateOf(ctx: Context, host: string): Promise<string | null> {
  const zone = zoneOf(host, new Set((await loadZones(ctx.db)).keys()))
  if (zone === undefined) return null
  return (await lockOwnDomain(ctx, registrableName(host, zone))).id
}

function refuseWrongAddresses(superordinate: string | null, addresses: readonly string[]): void {
  if (superordinate !== null && addresses.length === 0) throw new CommandRefused(2003, 'host:addr is missing')
  if (superordinate === null && addresses.length > 0) {
    throw new CommandRefused(2306, 'a host outside our zones has no address here')
  }
}

function addressesOf(node: XmlNode | undefined): string[] {
  const addresses = childrenOf(node, 'host:addr').map((address) => validAddress(address))
  if (addresses.length > 13) throw new CommandRefused(2306, 'at most 13 addresses')
  return addresses
}
