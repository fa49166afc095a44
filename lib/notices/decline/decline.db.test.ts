import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { Actor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { seal } from '@/lib/platform/seal'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { chooseNotices } from '../inbox/inbox.command'
import { declineNotices } from './decline.command'
import { declineView } from './decline.query'
import { declineOf, declineToken, readDeclineToken } from './link'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const VISITOR: Actor = { kind: 'visitor', address: '192.0.2.9' }
const choose = (token: string, earlyNotices: 'on' | 'off') =>
  execute(declineNotices, { token, earlyNotices }, { actor: VISITOR })

/** A reminder that was mailed; its token. */
async function mailed(userId: string | null, address: string): Promise<string> {
  const id = newId()
  await db().message.create({
    data: {
      ...{ id, dedupeKey: id, userId, address, template: 'notice-expires-in', locale: 'en', params: {} },
      ...{ subjectType: 'domain', subjectId: newId(), state: 'SENT', createdAt: new Date(0), attempts: 1 },
    },
  })
  return declineToken(id)
}

const wants = async (userId: string) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).earlyNotices

test('R-NS-27 a user declines by the link of a reminder, and wants it again; their profile says the same', async () => {
  const { userId } = await person()
  const token = await mailed(userId, `${userId}@example.com`)
  expect(await declineView(token)).toEqual({ address: `${userId[0]}•••@example.com`, isOn: true })
  must(await choose(token, 'off'))
  must(await choose(token, 'off'))
  expect(await wants(userId)).toBe(false)
  expect(await declineView(token)).toMatchObject({ isOn: false })
  must(await choose(token, 'on'))
  expect(await wants(userId)).toBe(true)
  const audits = await db().auditEvent.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } })
  expect(audits.map(({ action, actorKind }) => `${action} ${actorKind}`)).toEqual(
    Array.from({ length: 3 }, () => 'notices.decline visitor'),
  )
})

test('R-NS-27 a contact without an account declines for their address, in whatever letters', async () => {
  const token = await mailed(null, 'Contact@X.example')
  must(await choose(token, 'off'))
  must(await choose(token, 'off'))
  expect(await db().declinedNotice.findMany()).toMatchObject([{ address: 'contact@x.example' }])
  expect(await declineView(await mailed(null, 'contact@x.example'))).toMatchObject({ isOn: false })
  must(await choose(token, 'on'))
  expect(await db().declinedNotice.findMany()).toEqual([])
})

test('R-NS-27 what a user chooses on the profile holds for their address among a name’s contacts too', async () => {
  const reader = await person()
  const address = `${reader.userId}@example.com`
  must(await choose(await mailed(null, address), 'off'))
  must(await execute(chooseNotices, { earlyNotices: 'on' }, { actor: reader }))
  expect(await db().declinedNotice.findUnique({ where: { address } })).toBeNull()
})

test.each([
  ['nothing', ''],
  ['what nobody sealed', 'a'.repeat(86)],
  ['what was sealed for something else', () => seal('step-up', newId())],
  ['what stands for no message', () => declineToken(newId())],
  ['an id in clear', newId()],
])('R-NS-27 the link is refused for %s', async (_what, token) => {
  const text = typeof token === 'string' ? token : token()
  expect(await choose(text, 'off')).toMatchObject({ refusal: { code: 'decline-link-invalid' } })
  expect(await declineView(text)).toBeNull()
})

test('R-NS-27 a token tells nothing of its message, and only reminders that can be declined have one', () => {
  const id = newId()
  const token = declineToken(id)
  expect(token).not.toContain(id)
  expect(readDeclineToken(token)).toBe(id)
  expect(readDeclineToken(`${token.slice(0, -2)}AA`)).toBeNull()
  expect(declineOf({ id, locale: 'vi', params: { why: 'early' } })?.link).toContain('/vi/unsubscribe?token=')
  for (const params of [{ why: 'required' }, {}])
    expect(declineOf({ id, locale: 'vi', params })).toBeUndefined()
})
