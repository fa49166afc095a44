/** Contacts (RFC 5733). */
import { childOf, childrenOf, textOf } from '../epp/xml-node'
import { tag } from '../epp/xml-tag'
import { authInfoOf, type Context, type Handler, required, validId } from './context'
import { contactData, type ContactRow } from './contact-data'
import { changedPostal, emailOf, type Phone, phoneOf, postalOf } from './contact-input'
import { CommandRefused, DONE } from './reply'
import { hashSecret, isSecret } from './secrets'

/** RFC 5733 §3.1.1. */
export const checkContact: Handler = async (ctx) => {
  const ids = childrenOf(ctx.body, 'contact:id').map((id) => validId(id.text))
  if (ids.length === 0) throw new CommandRefused(2003, 'contact:id is missing')
  const { rows } = await ctx.db.query<{ id: string }>(
    'select id from sandbox_registry.contact where id = any ($1)',
    [ids],
  )
  const taken = new Set(rows.map((row) => row.id))
  const entries = ids.map((id) =>
    tag('contact:cd', [
      tag('contact:id', id, { avail: taken.has(id) ? '0' : '1' }),
      taken.has(id) ? tag('contact:reason', 'In use') : undefined,
    ]),
  )
  return { code: 1000, data: tag('contact:chkData', entries) }
}

/** RFC 5733 §3.2.1. */
export const createContact: Handler = async (ctx) => {
  const id = validId(required(ctx.body, 'contact:id'))
  const secret = authInfoOf(ctx.body, 'contact')
  const { rowCount } = await ctx.db.query(
    `insert into sandbox_registry.contact
       (id, registrar_id, created_by, created_at, postal, voice, fax, email, auth_hash)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      id,
      ctx.registrar,
      ctx.now,
      JSON.stringify(postalOf(ctx.body)),
      json(phoneOf(ctx.body, 'contact:voice')),
      json(phoneOf(ctx.body, 'contact:fax')),
      emailOf(required(ctx.body, 'contact:email')),
      secret === undefined ? null : await hashSecret(secret),
    ],
  )
  if (rowCount !== 1) throw new CommandRefused(2302, `contact ${id} exists`)
  const data = [tag('contact:id', id), tag('contact:crDate', ctx.now.toISOString())]
  return { code: 1000, data: tag('contact:creData', data) }
}

/** RFC 5733 §3.1.2. Personal data goes to the sponsor, or to who knows the contact's code. */
export const infoContact: Handler = async (ctx) => {
  const row = await findContact(ctx, validId(required(ctx.body, 'contact:id')))
  if (row.registrar_id !== ctx.registrar) {
    const code = authInfoOf(ctx.body, 'contact')
    if (code === undefined) throw new CommandRefused(2201, 'another sponsors the contact')
    if (!(await isSecret(code, row.auth_hash)))
      throw new CommandRefused(2202, 'the code is not the right one')
  }
  return { code: 1000, data: contactData(row, await isLinked(ctx, row.id)) }
}

/** RFC 5733 §3.2.4. */
export const updateContact: Handler = async (ctx) => {
  const row = await findOwnContact(ctx)
  const change = childOf(ctx.body, 'contact:chg')
  const statuses = newStatuses(ctx, row)
  if (row.statuses.includes('clientUpdateProhibited') && statuses.includes('clientUpdateProhibited')) {
    throw new CommandRefused(2304, 'clientUpdateProhibited')
  }
  const email = textOf(change, 'contact:email')
  const secret = authInfoOf(change, 'contact')
  await ctx.db.query(
    `update sandbox_registry.contact set postal = $2, voice = $3, fax = $4, email = $5, auth_hash = $6,
       statuses = $7, updated_by = $8, updated_at = $9 where id = $1`,
    [
      row.id,
      JSON.stringify(changedPostal(row.postal, change)),
      json(childOf(change, 'contact:voice') === undefined ? row.voice : phoneOf(change, 'contact:voice')),
      json(childOf(change, 'contact:fax') === undefined ? row.fax : phoneOf(change, 'contact:fax')),
      email === undefined ? row.email : emailOf(email),
      secret === undefined ? row.auth_hash : await hashSecret(secret),
      statuses,
      ctx.registrar,
      ctx.now,
    ],
  )
  return DONE
}

/** RFC 5733 §3.2.2. */
export const deleteContact: Handler = async (ctx) => {
  const row = await findOwnContact(ctx)
  const lock = row.statuses.find((status) => status === 'clientDeleteProhibited')
  if (lock !== undefined) throw new CommandRefused(2304, lock)
  if (await isLinked(ctx, row.id)) throw new CommandRefused(2305, 'names refer to the contact')
  await ctx.db.query('delete from sandbox_registry.contact where id = $1', [row.id])
  return DONE
}

async function findOwnContact(ctx: Context): Promise<ContactRow> {
  const row = await findContact(ctx, validId(required(ctx.body, 'contact:id')), 'for update')
  if (row.registrar_id !== ctx.registrar) throw new CommandRefused(2201, 'another sponsors the contact')
  return row
}

async function findContact(ctx: Context, id: string, lock: '' | 'for update' = ''): Promise<ContactRow> {
  const { rows } = await ctx.db.query<ContactRow>(
    `select * from sandbox_registry.contact where id = $1 ${lock}`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new CommandRefused(2303, `contact ${id} does not exist`)
  return row
}

async function isLinked(ctx: Context, id: string): Promise<boolean> {
  const { rowCount } = await ctx.db.query(
    `select 1 from sandbox_registry.domain where registrant_id = $1
     union all select 1 from sandbox_registry.domain_contact where contact_id = $1 limit 1`,
    [id],
  )
  return rowCount === 1
}

const CLIENT_STATUSES = ['clientDeleteProhibited', 'clientTransferProhibited', 'clientUpdateProhibited']

function newStatuses(ctx: Context, row: ContactRow): string[] {
  const of = (name: 'contact:add' | 'contact:rem') =>
    childrenOf(childOf(ctx.body, name), 'contact:status').map((status) => status.attrs.s ?? '')
  const added = of('contact:add')
  const removed = of('contact:rem')
  if ([...added, ...removed].some((status) => !CLIENT_STATUSES.includes(status))) {
    throw new CommandRefused(2306, 'a status that clients cannot set')
  }
  return [...new Set([...row.statuses.filter((status) => !removed.includes(status)), ...added])]
}

function json(value: Phone | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
