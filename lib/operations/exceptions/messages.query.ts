/** Messages that failed for good: refused by the recipient's mail server, or tried too often. */
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { renderMessage } from '@/lib/notices/render'
import { db } from '@/lib/platform/db'

const PAGE = 25

export interface FailedMessage {
  readonly id: string
  readonly address: string
  /** In the recipient's language. */
  readonly subject: string
  readonly createdAt: Date
  readonly attempts: number
  /** The mail server's words. */
  readonly problem: string
}

/** Failed messages, newest first, 25 a page. */
export function failedMessages(cursor?: Cursor): Promise<Page<FailedMessage>> {
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().message.findMany({ ...bounds, where: { state: 'FAILED', ...bounds.where } })
    return Promise.all(
      rows.map(async (row) => {
        const params = row.params as Record<string, string | number>
        const { subject } = await renderMessage({ ...row, params, recipient: '' }, '')
        const { id, address, createdAt, attempts, lastError } = row
        return { id, address, subject, createdAt, attempts, problem: lastError ?? '' }
      }),
    )
  })
}
