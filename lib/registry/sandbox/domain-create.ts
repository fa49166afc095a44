import { childrenOf, textOf, type XmlNode } from '../epp/xml-node'
import { tag } from '../epp/xml-tag'
import {
  authInfoOf,
  type Context,
  extensionOf,
  type Handler,
  required,
  requiredName,
  yearsOf,
} from './context'
import { loadZones, registrableZone, type Zone } from './domain-check'
import { hostLinks, linkContacts, linkHosts, refuseUnusableContacts, roleLinks } from './domain-links'
import { type DsRow, purgeDue } from './domain-row'
import { agreedFee } from './fees'
import { CommandRefused } from './reply'
import { hashSecret } from './secrets'

/** RFC 5731 §3.2.1. The unique name decides between two that come at once: one 1000, the others 2302. */
export const createDomain: Handler = async (ctx) => {
  const name = requiredName(ctx.body, 'domain:name')
  const years = yearsOf(ctx.body, 1)
  const zone = registrableZone(name, await loadZones(ctx.db))
  await purgeDue(ctx.db, [name], ctx.now)
  await refuseReserved(ctx, name)
  const fee = agreedFee(ctx, 'create', name, zone, years)
  const registrant = required(ctx.body, 'domain:registrant')
  const contacts = roleLinks(ctx.body)
  await refuseUnusableContacts(ctx, [registrant, ...contacts.map((link) => link.contactId)])
  const created = await insert(ctx, { name, zone, years, registrant })
  await linkContacts(ctx, created.id, contacts)
  await linkHosts(ctx, created.id, hostLinks(ctx.body))
  return {
    code: 1000,
    data: tag('domain:creData', [
      tag('domain:name', name),
      tag('domain:crDate', ctx.now.toISOString()),
      tag('domain:exDate', created.expires_at.toISOString()),
    ]),
    extensions: fee,
  }
}

async function refuseReserved(ctx: Context, name: string): Promise<void> {
  const { rows } = await ctx.db.query<{ reason: string }>(
    'select reason from sandbox_registry.reserved_name where name = $1',
    [name],
  )
  if (rows[0] !== undefined) throw new CommandRefused(2306, `reserved: ${rows[0].reason}`)
}

interface NewDomain {
  readonly name: string
  readonly zone: Zone
  readonly years: number
  readonly registrant: string
}

/** The term ends at the same local time of day; from 29 February on 28 February. */
async function insert(ctx: Context, domain: NewDomain): Promise<{ id: string; expires_at: Date }> {
  const secret = authInfoOf(ctx.body, 'domain')
  const { rows } = await ctx.db.query<{ id: string; expires_at: Date }>(
    `insert into sandbox_registry.domain
       (name, zone, registrar_id, registrant_id, created_by, created_at, expires_at, auth_hash, ds_records)
     values ($1, $2, $3, $4, $3, $5::timestamptz,
       ($5::timestamptz at time zone $9 + make_interval(years => $6)) at time zone $9, $7, $8)
     on conflict (name) do nothing returning id, expires_at`,
    [
      domain.name,
      domain.zone.name,
      ctx.registrar,
      domain.registrant,
      ctx.now,
      domain.years,
      secret === undefined ? null : await hashSecret(secret),
      JSON.stringify(dsRows(extensionOf(ctx, 'secDNS:create'))),
      domain.zone.timeZone,
    ],
  )
  const row = rows[0]
  if (row === undefined) throw new CommandRefused(2302, `${domain.name} exists`)
  return row
}

/** DS records of an extension's element (RFC 5910 §4.1); key data is refused 2306 (§4: one of the two). */
export function dsRows(node: XmlNode | undefined): DsRow[] {
  if (childrenOf(node, 'secDNS:keyData').length > 0) throw new CommandRefused(2306, 'give DS records')
  return childrenOf(node, 'secDNS:dsData').map((ds) => {
    const row = {
      keyTag: textOf(ds, 'secDNS:keyTag') ?? '',
      alg: textOf(ds, 'secDNS:alg') ?? '',
      digestType: textOf(ds, 'secDNS:digestType') ?? '',
      digest: (textOf(ds, 'secDNS:digest') ?? '').toUpperCase(),
    }
    const numbers = [Number(row.keyTag) <= 65_535, Number(row.alg) <= 255, Number(row.digestType) <= 255]
    const written = [row.keyTag, row.alg, row.digestType].every((text) => /^\d{1,5}$/.test(text))
    if (!written || numbers.includes(false) || !/^([0-9A-F]{2}){1,64}$/.test(row.digest)) {
      throw new CommandRefused(2005, 'not a DS record')
    }
    return row
  })
}
