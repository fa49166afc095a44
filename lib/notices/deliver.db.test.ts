import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMessage } from '@/lib/audit/outbox'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { deliverMessageJob } from './deliver.job'
import { sendMessageAgain } from './send-again.command'

/** What the mail server under test says to a recipient; undefined takes the mail. */
let answer: { code: number; text: string } | undefined
const taken: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null),
  onData(stream, session, done) {
    stream.resume()
    stream.on('end', () => {
      taken.push(...session.envelope.rcptTo.map((to) => to.address))
      done()
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

test('only an operator sends again', async () => {
  const { id } = await queued()
  expect(await sendAgain(id, { ...operator, roles: ['AGENT'] })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await sendAgain(newId())).toMatchObject({ refusal: { code: 'not-found' } })
})
