/** From a command to its handler, in one transaction that is committed before the answer goes out. */
import type { Pool } from 'pg'
import { newId } from '@/lib/kernel/ids'
import { NAMESPACES } from '../epp/namespaces'
import type { XmlNode } from '../epp/xml-node'
import type { Command } from './command'
import { checkContact, createContact, deleteContact, infoContact, updateContact } from './contacts'
import type { Context, Handler } from './context'
import { type Db, withClient } from './database'
import { checkDomain } from './domain-check'
import { createDomain } from './domain-create'
import { infoDomain } from './domain-info'
import { deleteDomain, renewDomain } from './domain-term'
import { settleTransfers, transferDomain } from './domain-transfer'
import { updateDomain } from './domain-update'
import { checkHost, createHost, deleteHost, infoHost, updateHost } from './hosts'
import type { LoggedIn } from './login'
import { poll } from './poll'
import { CommandRefused, type Reply } from './reply'

const pollMessages: Handler = async (ctx) => {
  await settleTransfers(ctx.db, ctx.registrar, ctx.now)
  return poll(ctx)
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  poll: pollMessages,
  'check domain': checkDomain,
  'create domain': createDomain,
  'info domain': infoDomain,
  'renew domain': renewDomain,
  'update domain': updateDomain,
  'delete domain': deleteDomain,
  'transfer domain': transferDomain,
  'check contact': checkContact,
  'create contact': createContact,
  'info contact': infoContact,
  'update contact': updateContact,
  'delete contact': deleteContact,
  'check host': checkHost,
  'create host': createHost,
  'info host': infoHost,
  'update host': updateHost,
  'delete host': deleteHost,
}

const VERBS = new Set(['check', 'create', 'info', 'renew', 'update', 'delete', 'transfer'])
const OBJECTS = new Map<string, string>(
  (['domain', 'contact', 'host'] as const).map((object) => [NAMESPACES[object], object]),
)

/** Carries a command out. What it changed is durable when this returns; bugs and a lost database throw. */
export async function execute(
  pool: Pool,
  client: LoggedIn,
  command: Command,
  now: Date,
): Promise<{ readonly reply: Reply; readonly svTRID: string }> {
  const svTRID = newId()
  const attempt = () => withClient(pool, (db) => inTransaction(db, { client, command, now, svTRID }))
  for (let again = 3; ; again--) {
    try {
      return { reply: await attempt(), svTRID }
    } catch (error) {
      if (!isConflict(error) || again === 0) throw error
    }
  }
}

interface Execution {
  readonly client: LoggedIn
  readonly command: Command
  readonly now: Date
  readonly svTRID: string
}

async function inTransaction(db: Db, execution: Execution): Promise<Reply> {
  const { client, command, now } = execution
  await db.query('begin')
  try {
    const { handler, body } = route(command, client)
    const ctx: Context = {
      db,
      now,
      ...client,
      body,
      op: command.verb.attrs.op,
      extensions: command.extensions,
    }
    const reply = await handler(ctx)
    await writeLog(db, execution, reply.code)
    await db.query('commit')
    return reply
  } catch (error) {
    await db.query('rollback')
    if (!(error instanceof CommandRefused)) throw error
    await writeLog(db, execution, error.code)
    return { code: error.code, reason: error.reason }
  }
}

function route(command: Command, client: LoggedIn): { readonly handler: Handler; readonly body: XmlNode } {
  const { verb, extensions } = command
  const strange = extensions.find((extension) => !client.announced.has(extension.ns))
  if (strange !== undefined) throw new CommandRefused(2103, 'an extension not announced at login')
  if (verb.name === 'poll') return { handler: pollMessages, body: verb }
  if (!VERBS.has(verb.name)) throw new CommandRefused(2000, 'no such command')
  const body = verb.children[0]
  if (body === undefined) throw new CommandRefused(2001, 'the command has no object')
  const object = OBJECTS.get(body.ns)
  if (object === undefined || !client.announced.has(body.ns)) {
    throw new CommandRefused(2307, 'an object service not announced at login')
  }
  if (body.name !== verb.name) throw new CommandRefused(2001, 'command and object do not agree')
  const handler = HANDLERS[`${verb.name} ${object}`]
  if (handler === undefined) throw new CommandRefused(2101, `${verb.name} of a ${object}`)
  return { handler, body }
}

async function writeLog(db: Db, execution: Execution, code: number): Promise<void> {
  const { client, command, now, svTRID } = execution
  await db.query('insert into sandbox_registry.command_log values ($1, $2, $3, $4, $5, $6, $7)', [
    svTRID,
    command.clTRID,
    client.registrar,
    command.verb.name,
    command.object,
    code,
    now,
  ])
}

/** Deadlock or serialization failure: nothing happened, the same may be tried again. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
}
