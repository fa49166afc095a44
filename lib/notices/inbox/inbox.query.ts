/** The portal's inbox. Every query is scoped to its reader. */
import type { Locale } from '@/lib/i18n/locale'
import { isId } from '@/lib/kernel/ids'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { MessageModel } from '@/lib/platform/generated/models'
import { type RenderedMessage, renderMessage } from '../render'
import { WITH_SECRET } from '../secrets'

const PAGE = 20

/** Links and codes that open an account stand in the mail alone. */
export const shown = { template: { notIn: [...WITH_SECRET] } }

export interface InboxRow {
  readonly id: string
  readonly subject: string
  readonly createdAt: Date
  readonly isRead: boolean
  readonly state: MessageModel['state']
}

/** A user's messages, newest first, in the reader's language; only those not opened yet when `unread`. */
export function inboxView(
  userId: string,
  locale: Locale,
  { cursor, unread = false }: { cursor?: Cursor; unread?: boolean } = {},
): Promise<Page<InboxRow>> {
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().message.findMany({
      ...bounds,
      where: { userId, ...shown, ...(unread && { readAt: null }), ...bounds.where },
    })
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        subject: (await render(row, locale)).subject,
        createdAt: row.createdAt,
        isRead: row.readAt !== null,
        state: row.state,
      })),
    )
  })
}

/** How many messages a user has not opened; counted up to 100. */
export async function unreadCount(userId: string): Promise<number> {
  const unread = { userId, ...shown, readAt: null }
  return (await db().message.findMany({ where: unread, select: { id: true }, take: 100 })).length
}

export interface MessageView extends RenderedMessage {
  readonly id: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly address: string
  readonly state: MessageModel['state']
  readonly isRead: boolean
}

/** One message of the user in the reader's language; null for another's as for none. */
export async function messageView(userId: string, id: string, locale: Locale): Promise<MessageView | null> {
  if (!isId(id)) return null
  const row = await db().message.findFirst({ where: { id, userId, ...shown } })
  if (!row) return null
  const { createdAt, sentAt, address, state, readAt } = row
  return { ...(await render(row, locale)), id, createdAt, sentAt, address, state, isRead: readAt !== null }
}

/** A message as its reader sees it now. */
export function render(row: MessageModel, locale: Locale): Promise<RenderedMessage> {
  const params = row.params as Record<string, string | number>
  return renderMessage({ template: row.template, locale, params, recipient: '' }, env().APP_URL)
}
