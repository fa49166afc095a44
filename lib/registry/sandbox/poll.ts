/** Messages for a registrar (RFC 5730 §2.9.2.3): the oldest first, kept until acknowledged. */
import { type Tag, tag } from '../epp/xml-tag'
import type { Context } from './context'
import type { Db } from './database'
import { CommandRefused, type Reply } from './reply'

export async function queueMessage(
  db: Db,
  registrar: string,
  at: Date,
  text: string,
  data?: Tag,
): Promise<void> {
  await db.query(
    'insert into sandbox_registry.poll_message (registrar_id, queued_at, text, data) values ($1, $2, $3, $4)',
    [registrar, at, text, data === undefined ? null : JSON.stringify(data)],
  )
}

interface MessageRow {
  readonly id: string
  readonly queued_at: Date
  readonly text: string
  readonly data: Tag | null
  readonly count: number
}

export async function poll(ctx: Context): Promise<Reply> {
  if (ctx.op === 'req') return oldest(ctx)
  if (ctx.op === 'ack') return acknowledge(ctx)
  throw new CommandRefused(2005, 'poll has no op')
}

async function oldest(ctx: Context): Promise<Reply> {
  const { rows } = await ctx.db.query<MessageRow>(
    `select id, queued_at, text, data, (count(*) over ())::int as count
     from sandbox_registry.poll_message where registrar_id = $1 order by id limit 1`,
    [ctx.registrar],
  )
  const message = rows[0]
  if (message === undefined) return { code: 1300 }
  const queue = tag(
    'epp:msgQ',
    [tag('epp:qDate', message.queued_at.toISOString()), tag('epp:msg', message.text)],
    {
      count: String(message.count),
      id: message.id,
    },
  )
  return { code: 1301, queue, data: message.data ?? undefined }
}

async function acknowledge(ctx: Context): Promise<Reply> {
  const id = ctx.body.attrs.msgID
  if (id === undefined) throw new CommandRefused(2003, 'msgID is missing')
  if (!/^\d{1,18}$/.test(id)) throw new CommandRefused(2005, 'msgID is not a message')
  const { rowCount } = await ctx.db.query(
    'delete from sandbox_registry.poll_message where registrar_id = $1 and id = $2',
    [ctx.registrar, id],
  )
  if (rowCount !== 1) throw new CommandRefused(2303, `message ${id} does not exist`)
  const { rows } = await ctx.db.query<{ count: number }>(
    'select count(*)::int as count from sandbox_registry.poll_message where registrar_id = $1',
    [ctx.registrar],
  )
  return { code: 1000, queue: tag('epp:msgQ', [], { count: String(rows[0]?.count ?? 0), id }) }
}
