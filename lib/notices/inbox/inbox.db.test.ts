import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMessage } from '@/lib/audit/outbox'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { noticesDue } from '../schedule/notice.job'
import { chooseNotices, markAllRead, markRead } from './inbox.command'
import { inboxView, messageView, unreadCount } from './inbox.query'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function told(userId: string, template = 'notice-released', subjectId = newId()): Promise<string> {
  const params = {
    name: 'a.vn',
    due: '2026-01-05T09:30:00Z',
    expires: '2026-01-01T00:00:00Z',
    path: '/names/a.vn',
  }
  const dedupeKey = newId()
  must(
    await inUnitOfWork({ actor: { kind: 'clock' }, requestId: newId() }, async (uow) => {
      await queueMessage(uow, { userId, template, params, subjectType: 'domain', subjectId, dedupeKey })
      return ok()
    }),
  )
  return (await db().message.findUniqueOrThrow({ where: { dedupeKey } })).id
}

test('messages are read in the reader’s language, newest first, and marked when opened', async () => {
  const reader = await person()
  const [first, second] = [await told(reader.userId), await told(reader.userId)]
  const page = await inboxView(reader.userId, 'da')
  expect(page.items.map((row) => [row.id, row.subject, row.isRead])).toEqual([
    [second, 'a.vn er frigivet', false],
    [first, 'a.vn er frigivet', false],
  ])
  expect(await unreadCount(reader.userId)).toBe(2)
  must(await execute(markRead, { messageId: first }, { actor: reader }))
  expect((await inboxView(reader.userId, 'en', { unread: true })).items.map((row) => row.id)).toEqual([
    second,
  ])
  must(await execute(markAllRead, {}, { actor: reader }))
  expect(await unreadCount(reader.userId)).toBe(0)
  expect(await messageView(reader.userId, first, 'en')).toMatchObject({ path: '/names/a.vn', isRead: true })
})

test('another’s messages can be neither read nor marked, and secrets stay in the mail', async () => {
  const [reader, stranger] = [await person(), await person()]
  const id = await told(reader.userId)
  expect(await messageView(stranger.userId, id, 'en')).toBeNull()
  expect(await execute(markRead, { messageId: id }, { actor: stranger })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const secret = await told(reader.userId, 'reset-password')
  expect(await messageView(reader.userId, secret, 'en')).toBeNull()
  expect((await inboxView(reader.userId, 'en')).items.map((row) => row.id)).toEqual([id])
})

test('R-NS-27 early notices can be declined, the invitation and what follows cannot', async () => {
  const reader = await person()
  must(await execute(chooseNotices, { earlyNotices: 'off' }, { actor: reader }))
  const expiresAt = localTime('2029-06-02', '00:00', 'Asia/Ho_Chi_Minh')
  const id = await nameFor({ zone: 'vn', expiresAt, ownerId: reader.userId })
  for (const day of ['2029-03-04', '2029-04-03', '2029-05-02']) {
    await setNow(database, localTime(day, '09:01', 'Asia/Ho_Chi_Minh'))
    await noticesDue.sweep()
  }
  const messages = await db().message.findMany({ where: { subjectId: id } })
  expect(messages.map((message) => message.template)).toEqual(['notice-renewal-invited'])
})
