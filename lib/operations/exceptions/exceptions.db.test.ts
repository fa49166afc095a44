import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, deliver, issue, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { settleAgain } from '@/lib/billing/receive/decide.command'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { idAt, newId } from '@/lib/kernel/ids'
import { must, ok, refuse } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import type { RegistryCommandState } from '@/lib/platform/generated/enums'
import { asideOf, setAside, WHOLE } from '@/lib/platform/stuck-work.store'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { askRegistryNow } from '@/lib/registry/delivery/ask-now.command'
import { exceptionCounts, totalOf } from './counts.query'
import { failedJobs } from './jobs.query'
import { failedMessages } from './messages.query'
import { blockedInvoices, strayMoney } from './money.query'
import { journalExceptions } from './registry.query'
import { runJobAgain } from './run-again.command'
import { tryWorkAgain } from './try-again.command'
import { stuckWork } from './work.query'

let database: TestDatabase
const operator: UserActor = { ...customer(), roles: ['OPERATOR'], secondFactor: true }
const BY_OPERATOR = { actor: operator }
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A row of the journal, as old as its id says. */
async function journal(
  state: RegistryCommandState,
  minutes: number,
  nameServers: object = {},
): Promise<string> {
  const queuedAt = new Date(systemClock.now().getTime() - minutes * 60_000)
  const id = idAt(queuedAt.getTime())
  const subject = { subjectType: 'domain', subjectId: newId(), sequence: 1 }
  const refused = state === 'REFUSED' && { code: 2306, message: 'Parameter value policy error' }
  await db().registryCommand.create({
    data: {
      ...{ id, registry: 'vnnic', kind: 'name-servers', ...subject, payload: nameServers, state },
      ...{ attempts: 2, queuedAt, ...refused },
    },
  })
  return id
}

/** A job of the queue; failed when its tries are used up. */
async function job(task: string, attempts: number): Promise<string> {
  const [row] = await database.query(
    "SELECT (graphile_worker.add_job($1, '{}', max_attempts := 3)).id::text AS id",
    [task],
  )
  await database.query(
    'UPDATE graphile_worker._private_jobs SET attempts = $2, last_error = $3 WHERE id = $1',
    [row!.id, attempts, 'it broke\n    at somewhere'],
  )
  return row!.id as string
}

test('nothing waits at first; each list counts what waits in it', async () => {
  expect(totalOf(await exceptionCounts())).toBe(0)
  handle('invoice.paid', async () => ok())
  must(await deliver(webhookBody({ reference: 'nobody', amount: 5 })))
  handle('invoice.paid', async () => refuse('name-held'))
  const { invoiceId } = await issue(customer(), 40)
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: 40 })))
  await journal('UNKNOWN', 1)
  await journal('SENT', 16)
  await journal('SENT', 14)
  await journal('REFUSED', 60)
  await job('test-job', 3)
  await job('test-job', 2)
  expect(await exceptionCounts()).toEqual({
    ...{ money: 1, invoices: 1, registry: 2, messages: 0, jobs: 1, work: 0, reviews: 0, names: 0 },
  })
})

test('R-NS-31 money of unknown origin is listed with what the payer wrote', async () => {
  const { items } = await strayMoney('open')
  expect(items).toMatchObject([
    { reference: 'nobody', outcome: 'unattributed', amount: { minor: 5n, currency: 'VND' } },
  ])
  expect((await strayMoney('decided')).items).toEqual([])
})

test('an invoice that could not be settled is listed once, with the last reason', async () => {
  const [before] = (await blockedInvoices()).items
  expect(before).toMatchObject({ refusal: 'name-held', total: { minor: 40n, currency: 'VND' } })
  handle('invoice.paid', async () => refuse('not-now'))
  must(await execute(settleAgain, { invoiceId: before!.id }, BY_OPERATOR))
  const again = (await blockedInvoices()).items
  expect(again).toMatchObject([{ id: before!.id, refusal: 'not-now' }])
  handle('invoice.paid', async () => ok())
  must(await execute(settleAgain, { invoiceId: before!.id }, BY_OPERATOR))
  expect((await blockedInvoices()).items).toEqual([])
})

test('the journal is listed by what is the matter, without payloads', async () => {
  const [open, unknown, refused] = await Promise.all([
    journalExceptions('open'),
    journalExceptions('unknown'),
    journalExceptions('refused'),
  ])
  expect([open.items.length, unknown.items.length]).toEqual([1, 1])
  expect(refused.items).toMatchObject([{ code: 2306, message: 'Parameter value policy error' }])
  expect(refused.items[0]).not.toHaveProperty('payload')
})

test('every list is read in pages, forward and back', async () => {
  for (let count = 0; count < 30; count++) await journal('UNKNOWN', 100 + count)
  const first = await journalExceptions('unknown')
  expect(first.items).toHaveLength(25)
  const second = await journalExceptions('unknown', { direction: 'after', id: first.next! })
  expect(second.items).toHaveLength(6)
  const back = await journalExceptions('unknown', { direction: 'before', id: second.previous! })
  expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
  for (let count = 0; count < 27; count++) await job('page-job', 3)
  const jobs = await failedJobs()
  const more = await failedJobs({ direction: 'after', id: jobs.next! })
  expect([jobs.items.length, more.items.length]).toEqual([25, 3])
  expect(new Set([...jobs.items, ...more.items].map(({ id }) => id)).size).toBe(28)
})

test('the registry is asked at once: the delivery that waits is brought forward, a settled one has its answer', async () => {
  const id = await journal('UNKNOWN', 5)
  const { subjectId } = await db().registryCommand.findUniqueOrThrow({ where: { id } })
  const key = `registry:domain:${subjectId}`
  await database.query(
    "SELECT graphile_worker.add_job('deliver-registry', '{}', job_key := $1, run_at := now() + interval '1 hour')",
    [key],
  )
  must(await execute(askRegistryNow, { commandId: id }, BY_OPERATOR))
  const jobs = await database.query(
    'SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = $1',
    [key],
  )
  expect(jobs).toEqual([{ due: true }])
  expect(await db().auditEvent.findFirst({ where: { subjectId } })).toMatchObject({
    action: 'registry.ask-now',
    data: { clTRID: id, state: 'UNKNOWN' },
  })
  const settled = await journal('REFUSED', 5)
  expect(await execute(askRegistryNow, { commandId: settled }, BY_OPERATOR)).toMatchObject({
    refusal: { code: 'registry-settled' },
  })
  expect(await execute(askRegistryNow, { commandId: newId() }, BY_OPERATOR)).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('a job that used up its tries runs again, from the first try on', async () => {
  const jobId = await job('broken-job', 3)
  expect((await failedJobs()).items[0]).toMatchObject({ id: jobId, task: 'broken-job', problem: 'it broke' })
  must(await execute(runJobAgain, { jobId }, BY_OPERATOR))
  const [row] = await database.query('SELECT attempts FROM graphile_worker.jobs WHERE id = $1', [jobId])
  expect(row).toEqual({ attempts: 0 })
  expect(await execute(runJobAgain, { jobId }, BY_OPERATOR)).toMatchObject({
    refusal: { code: 'job-not-failed' },
  })
  expect(await db().auditEvent.findFirst({ where: { subjectId: jobId } })).toMatchObject({
    data: { task: 'broken-job' },
  })
})

test.each(['0', '-1', '1e3', "1' OR 1=1", ''])('a job number of “%s” is refused', async (jobId) => {
  expect(await execute(runJobAgain, { jobId }, BY_OPERATOR)).toMatchObject({
    refusal: { code: 'input-invalid' },
  })
})

test('a failed message is listed by its subject', async () => {
  const [userId, createdAt] = [newId(), systemClock.now()]
  await db().message.create({
    data: {
      ...{ id: newId(), dedupeKey: newId(), userId, address: 'a@example.com', template: 'password-changed' },
      ...{ locale: 'da', params: {}, subjectType: 'user', subjectId: userId, state: 'FAILED', createdAt },
      ...{ attempts: 25, lastError: '550 no such mailbox' },
    },
  })
  expect((await failedMessages()).items).toMatchObject([
    { subject: 'Din adgangskode er ændret', problem: '550 no such mailbox' },
  ])
  expect((await exceptionCounts()).messages).toBe(1)
})

test.each(['AGENT', 'RESELLER'] as const)('an %s resolves no exception', async (role) => {
  const actor: UserActor = { ...operator, roles: [role] }
  expect(await execute(runJobAgain, { jobId: '1' }, { actor })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await execute(askRegistryNow, { commandId: newId() }, { actor })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})

test('due work that was set aside is listed and counted; its pause is ended by hand', async () => {
  await setAside('domains.charge', newId(), 'renew-violation')
  await setAside('notices.tell', WHOLE, new Error('it broke'))
  expect((await exceptionCounts()).work).toBe(2)
  const [whole, row] = (await stuckWork()).items
  expect([whole, row]).toMatchObject([
    { work: 'notices.tell', subjectId: '', problem: 'it broke', nameUnicode: null },
    { work: 'domains.charge', problem: 'renew-violation', tries: 1 },
  ])
  expect((await asideOf('domains.charge')).ready.size).toBe(0)
  must(await execute(tryWorkAgain, { stuckId: row!.id }, BY_OPERATOR))
  expect([...(await asideOf('domains.charge')).ready]).toEqual([row!.subjectId])
  expect(await execute(tryWorkAgain, { stuckId: newId() }, BY_OPERATOR)).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
