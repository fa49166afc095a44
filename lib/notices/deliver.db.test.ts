import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { queueMail, queueMessage } from '@/lib/audit/outbox'
import { nameFor } from '@/lib/domains/names-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { readDeclineToken } from './decline/link'
import { deliverMessageJob } from './deliver.job'
import { deliverNoticesJob } from './schedule/notice.job'
import { sendMessageAgain } from './send-again.command'

interface Answer {
  readonly code: number
  readonly text: string
}
/** What the mail server under test says to a recipient, or after the text of a mail; undefined takes it. */
let answer: Answer | undefined
let answerToText: Answer | undefined
const taken: string[] = []
const texts: string[] = []
const saying = (said: Answer | undefined) =>
  said ? Object.assign(new Error(said.text), { responseCode: said.code }) : null
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(saying(answer)),
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      texts.push(Buffer.concat(chunks).toString())
      if (!answerToText) taken.push(...session.envelope.rcptTo.map((to) => to.address))
      // Slow enough for somebody else to look at the message meanwhile.
      setTimeout(() => done(saying(answerToText)), 100)
    })
  },
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', () => up()))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise<void>((down) => server.close(() => down()))
  await database.drop()
})

const operator: UserActor = {
  kind: 'user',
  userId: newId(),
  roles: ['OPERATOR'],
  address: '',
  secondFactor: true,
}

async function queued(template = 'password-changed', params = {}): Promise<{ id: string; userId: string }> {
  const [userId, createdAt] = [newId(), systemClock.now()]
  await db().user.create({
    data: { id: userId, email: `${userId}@example.com`, name: 'Lê Thử', locale: 'en', createdAt },
  })
  const subject = { subjectType: 'user', subjectId: userId }
  must(
    await inUnitOfWork({ actor: { kind: 'setup' }, requestId: newId() }, async (uow) => {
      await queueMessage(uow, { userId, template, params, ...subject, dedupeKey: newId() })
      return ok()
    }),
  )
  const { id } = await db().message.findFirstOrThrow({ where: { userId } })
  return { id, userId }
}

const NOTICE = {
  ...{ name: 'a.vn', due: '2026-01-05T09:30:00Z', expires: '2026-01-01T00:00:00Z', path: '/names/a.vn' },
}

const stateOf = (id: string) => db().message.findUniqueOrThrow({ where: { id } })
const sendAgain = (messageId: string, actor = operator) => execute(sendMessageAgain, { messageId }, { actor })

test('an address that the mail server refuses has failed for good at once; sent again it uses the present one', async () => {
  const { id, userId } = await queued()
  answer = { code: 550, text: 'no such mailbox' }
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'FAILED', attempts: 1 })
  expect((await stateOf(id)).lastError).toContain('no such mailbox')
  await deliverMessageJob.run({ messageId: id })
  expect((await stateOf(id)).attempts).toBe(1)
  answer = undefined
  await db().user.update({ where: { id: userId }, data: { email: `new-${userId}@example.com` } })
  must(await sendAgain(id))
  expect(await sendAgain(id)).toMatchObject({ refusal: { code: 'message-not-failed' } })
  const jobs = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
    `deliver-message:${id}`,
  ])
  expect(jobs).toHaveLength(1)
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'SENT', lastError: null })
  expect(taken).toContain(`new-${userId}@example.com`)
  expect(await sendAgain(id)).toMatchObject({ refusal: { code: 'message-not-failed' } })
})

test('R-NS-17 a permanent no after the text of the mail has failed for good at once', async () => {
  const { id } = await queued()
  answerToText = { code: 550, text: 'mailbox unavailable' }
  await deliverMessageJob.run({ messageId: id })
  answerToText = undefined
  expect(await stateOf(id)).toMatchObject({ state: 'FAILED', attempts: 1 })
  expect((await stateOf(id)).lastError).toContain('mailbox unavailable')
})

test('R-NS-17 a message is handed over once, whatever runs beside its own job', async () => {
  const { id, userId } = await queued('notice-released', NOTICE)
  await Promise.all([
    deliverMessageJob.run({ messageId: id }),
    deliverNoticesJob.run({}),
    deliverMessageJob.run({ messageId: id }),
  ])
  expect(taken.filter((address) => address === `${userId}@example.com`)).toHaveLength(1)
  expect(await stateOf(id)).toMatchObject({ state: 'SENT', attempts: 1 })
})

test('messages with a job of their own are left to it', async () => {
  const { id } = await queued()
  await deliverNoticesJob.run({})
  expect((await stateOf(id)).state).toBe('QUEUED')
})

test('a message that another worker is at is left to it, and looked at again; a dead worker holds nothing', async () => {
  const { id, userId } = await queued()
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await other.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', [`message:${id}`])
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED', attempts: 0 })
  const jobs = await database.query('SELECT 1 AS n FROM graphile_worker.jobs WHERE key = $1', [
    `message-again:${id}`,
  ])
  expect(jobs).toEqual([{ n: 1 }])
  await other.end()
  await vi.waitFor(async () => {
    await deliverMessageJob.run({ messageId: id })
    expect(taken).toContain(`${userId}@example.com`)
  })
})

test('R-NS-27 an early reminder carries the way to decline it, a mail that is always sent says why', async () => {
  const early = await queued('notice-expires-in', { ...NOTICE, days: 90, why: 'early' })
  await deliverMessageJob.run({ messageId: early.id })
  const [head = '', body = ''] = (texts.at(-1) ?? '').split(/\r\n\r\n/)
  const headers = head.replaceAll(/\r\n\s+/g, ' ')
  const token = /^List-Unsubscribe:\s+<http:\/\/localhost:3000\/api\/unsubscribe\/([\w-]+)>$/m.exec(
    headers,
  )?.[1]
  expect(readDeclineToken(token ?? '')).toBe(early.id)
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  expect(body).toBeTruthy()
  expect(texts.at(-1)).toContain('Turn early reminders off')
  const required = await queued('notice-released', { ...NOTICE, why: 'required' })
  await deliverMessageJob.run({ messageId: required.id })
  expect(texts.at(-1)).not.toMatch(/List-Unsubscribe|Turn early reminders off/)
  expect(texts.at(-1)).toContain('are always sent')
})

test('a passing fault is tried again, and after 25 tries it has failed for good', async () => {
  const { id } = await queued()
  answer = { code: 451, text: 'greylisted' }
  await expect(deliverMessageJob.run({ messageId: id })).rejects.toThrow('not taken')
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED', attempts: 1 })
  await db().message.update({ where: { id }, data: { attempts: 24 } })
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'FAILED', attempts: 25 })
  answer = undefined
})

test('a mailed code is wiped from the outbox once it was sent', async () => {
  const { id } = await queued('step-up-code', { code: '482913' })
  await deliverMessageJob.run({ messageId: id })
  expect(JSON.stringify((await stateOf(id)).params)).not.toContain('482913')
})

test('R-NS-17 a contact’s message is sent again to the address that the contact has now', async () => {
  const { id } = await queued()
  const domainId = await nameFor({ zone: 'vn', expiresAt: new Date('2027-06-01T00:00:00Z') })
  const data = { name: 'A contact', email: `now-${domainId}@x.example` }
  const contact = { id: newId(), domainId, role: 'admin', handle: newId(), data, registered: true }
  await db().domainContact.create({ data: { ...contact, changedAt: systemClock.now() } })
  const about = { userId: null, subjectType: 'domain', subjectId: domainId, params: { contactRole: 'admin' } }
  await db().message.update({ where: { id }, data: { ...about, state: 'FAILED' } })
  must(await sendAgain(id))
  expect((await stateOf(id)).address).toBe(data.email)
})

test('only an operator sends again', async () => {
  const { id } = await queued()
  expect(await sendAgain(id, { ...operator, roles: ['AGENT'] })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await sendAgain(newId())).toMatchObject({ refusal: { code: 'not-found' } })
})

test('R-VN-06 a mail to somebody without an account is sent, and sent again to the same address', async () => {
  const address = `${newId()}@example.com`
  const mail = { address, recipient: 'Lê Thị Hoa', locale: 'vi', template: 'password-changed', params: {} }
  const subject = { subjectType: 'authorisation', subjectId: newId(), dedupeKey: newId() }
  must(
    await inUnitOfWork({ actor: { kind: 'setup' }, requestId: newId() }, async (uow) => {
      await queueMail(uow, { ...mail, ...subject })
      return ok()
    }),
  )
  const { id, userId } = await db().message.findFirstOrThrow({ where: { address } })
  expect(userId).toBeNull()
  answer = { code: 550, text: 'no such mailbox' }
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'FAILED' })
  answer = undefined
  must(await sendAgain(id))
  await deliverMessageJob.run({ messageId: id })
  expect(await stateOf(id)).toMatchObject({ state: 'SENT', address })
  expect(taken).toContain(address)
})
