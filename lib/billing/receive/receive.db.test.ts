import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { must, ok, refuse } from '@/lib/kernel/result'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  as,
  customer,
  deliver,
  drain,
  freeCredit,
  issue,
  openCheckoutOf,
  PROVIDER,
  statusOf,
  takeBack,
  webhookBody,
} from '../billing-under-test'
import { creditInvoice } from '../invoice/credit'
import { checkBooks } from '../ledger/check'
import { db } from '@/lib/platform/db'
import { enqueueOpenProviderEvents } from './process.job'
import { returnDueAt } from './return.rule'
import { storeProviderEvent } from './store.command'

let database: TestDatabase
let told: string[] = []
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => {
  told = []
  handle('invoice.paid', async (_uow, event) => {
    told.push(event.invoiceId)
    return ok()
  })
})
afterEach(async () => expect(await checkBooks(db())).toEqual([]))
afterAll(() => database.drop())

async function outcomeOf(eventId: string): Promise<string | null> {
  return (await db().providerEvent.findUniqueOrThrow({ where: { id: eventId } })).outcome
}

test('R-HO-03 a confirmed payment pays its invoice, and only then is it told', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 350_000)
  const checkout = await openCheckoutOf(invoiceId)
  expect([await statusOf(invoiceId), told]).toEqual(['ISSUED', []])
  must(await deliver(webhookBody({ reference: checkout, amount: 350_000 })))
  expect([await statusOf(invoiceId), told]).toEqual(['PAID', [invoiceId]])
  expect(await freeCredit(payer)).toBe(0n)
})

test('200 payments at once for one invoice: one settles it, every surplus is credit', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 100)
  const checkout = await openCheckoutOf(invoiceId)
  const bodies = Array.from({ length: 200 }, () => webhookBody({ reference: checkout, amount: 100 }))
  for (const stored of await Promise.all(bodies.map(deliver))) expect(stored.ok).toBe(true)
  await drain()
  expect(told).toContain(invoiceId)
  expect(await statusOf(invoiceId)).toBe('PAID')
  expect(await db().invoiceEvent.count({ where: { invoiceId, command: 'settle' } })).toBe(1)
  expect(await db().payment.count({ where: { customerId: payer.userId } })).toBe(200)
  expect(await freeCredit(payer)).toBe(19_900n)
})

test('200 copies of one message: one payment', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 100)
  const body = webhookBody({ reference: await openCheckoutOf(invoiceId), amount: 100 })
  const stored = await Promise.all(Array.from({ length: 200 }, () => deliver(body)))
  expect(new Set(stored.map((result) => must(result).eventId)).size).toBe(1)
  await drain()
  expect(await db().payment.count({ where: { customerId: payer.userId } })).toBe(1)
  expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['PAID', 0n])
})

test('two messages about one payment enter it once', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 100)
  const reference = await openCheckoutOf(invoiceId)
  must(await deliver(webhookBody({ reference, paymentId: 'pay_same' })))
  const { eventId } = must(await deliver(webhookBody({ reference, paymentId: 'pay_same' })))
  expect(await outcomeOf(eventId)).toBe('duplicate')
  expect(await freeCredit(payer)).toBe(0n)
})

describe('credit', () => {
  test('a part stays untouched until a payment completes it', async () => {
    const payer = customer()
    const { invoiceId } = await issue(payer, 100)
    const reference = await openCheckoutOf(invoiceId)
    must(await deliver(webhookBody({ reference, amount: 60 })))
    expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['ISSUED', 60n])
    must(await deliver(webhookBody({ reference, amount: 50 })))
    expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['PAID', 10n])
  })

  test('pays the invoice of the checkout before older ones, then the oldest it covers', async () => {
    const payer = customer()
    const oldest = await issue(payer, 500)
    const old = await issue(payer, 80)
    const young = await issue(payer, 90)
    const own = await issue(payer, 100)
    must(await deliver(webhookBody({ reference: await openCheckoutOf(own.invoiceId), amount: 190 })))
    expect(told).toEqual([own.invoiceId, old.invoiceId])
    expect(await statusOf(oldest.invoiceId)).toBe('ISSUED')
    expect(await statusOf(young.invoiceId)).toBe('ISSUED')
    expect(await freeCredit(payer)).toBe(10n)
  })
})

describe('credit left over', () => {
  test('a payment for a credited invoice stays credit and pays the next one by itself', async () => {
    const payer = customer()
    const { invoiceId } = await issue(payer, 100)
    const reference = await openCheckoutOf(invoiceId)
    await takeBack(payer, invoiceId)
    must(await deliver(webhookBody({ reference, amount: 100 })))
    expect([await statusOf(invoiceId), await freeCredit(payer), told]).toEqual(['CREDITED', 100n, []])
    const next = await issue(payer, 100)
    expect([next.paid, await freeCredit(payer), told]).toEqual([true, 0n, [next.invoiceId]])
  })

  test('the money stays when what should follow the payment is refused', async () => {
    handle('invoice.paid', async () => refuse('not-now'))
    const payer = customer()
    const { invoiceId } = await issue(payer, 100)
    must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: 100 })))
    expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['ISSUED', 100n])
  })
})

describe('R-NS-31 money of unknown origin', () => {
  test.each([
    ['an unknown checkout', { reference: newId(), amount: 70 }],
    ['a reference that is none', { reference: "x' OR 1=1", amount: 70 }],
  ])('%s counts as not paid and waits for an operator, five days at most', async (_what, said) => {
    const { eventId } = must(await deliver(webhookBody(said)))
    const event = await db().providerEvent.findUniqueOrThrow({ where: { id: eventId } })
    expect(event.outcome).toBe('unattributed')
    expect(event.returnDueAt).toEqual(returnDueAt(event.receivedAt))
  })

  test('a payment in another currency than asked does not pay', async () => {
    const payer = customer()
    const { invoiceId } = await issue(payer, 100)
    const reference = await openCheckoutOf(invoiceId)
    const { eventId } = must(await deliver(webhookBody({ reference, amount: 100, currency: 'EUR' })))
    expect([await outcomeOf(eventId), await statusOf(invoiceId)]).toEqual(['unattributed', 'ISSUED'])
  })
})

describe('other messages', () => {
  test.each(['payment.failed', 'checkout.expired'])(
    '%s ends the checkout, in whatever order',
    async (type) => {
      const { invoiceId } = await issue(customer(), 100)
      const reference = await openCheckoutOf(invoiceId)
      must(await deliver(webhookBody({ type, reference })))
      expect((await db().checkout.findUniqueOrThrow({ where: { id: reference } })).status).toBe('EXPIRED')
      must(await deliver(webhookBody({ reference, amount: 100 })))
      must(await deliver(webhookBody({ type, reference })))
      expect((await db().checkout.findUniqueOrThrow({ where: { id: reference } })).status).toBe('COMPLETED')
      expect(await statusOf(invoiceId)).toBe('PAID')
    },
  )

  test.each([
    ['customer.created', 'ignored', {}],
    ['payment.succeeded', 'unreadable', {}],
    ['payment.succeeded', 'unreadable', { reference: 'a', paymentId: 'b', amount: '-5', currency: 'VND' }],
    ['payment.succeeded', 'unreadable', { reference: 'a', paymentId: 'b', amount: '5', currency: 'XXX' }],
  ])('%s may be %s', async (type, outcome, data) => {
    const { eventId } = must(await deliver(JSON.stringify({ id: `evt_${randomUUID()}`, type, data })))
    expect(await outcomeOf(eventId)).toBe(outcome)
  })
})

test('a handler that waits for the command which credits the invoice: both end, the books are right', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 100)
  const reference = await openCheckoutOf(invoiceId)
  let meet: () => void = () => undefined
  const both = new Promise<void>((done) => {
    meet = done
  })
  handle('invoice.paid', async (uow) => {
    meet()
    await uow.tx.$executeRaw`SELECT pg_advisory_xact_lock(77)`
    return ok()
  })
  const crediting = as(payer, async (uow) => {
    await uow.tx.$executeRaw`SELECT pg_advisory_xact_lock(77)`
    await both
    return creditInvoice(uow, invoiceId, 'withdraw')
  })
  await vi.waitFor(async () => {
    const sql = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND granted"
    expect(await database.query(sql)).toHaveLength(1)
  })
  await Promise.all([crediting, deliver(webhookBody({ reference, amount: 100 }))])
  await drain()
  expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['CREDITED', 100n])
})

test('a message that was stored and not processed is taken up at the next start', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 100)
  const payload = JSON.parse(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: 100 }))
  const message = { provider: 'sandbox', providerEventId: payload.id, type: payload.type, payload }
  const { eventId } = must(await execute(storeProviderEvent, message, { actor: PROVIDER }))
  await enqueueOpenProviderEvents()
  const jobs = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
    `process-provider-event:${eventId}`,
  ])
  expect(jobs).toHaveLength(1)
  await drain()
  expect(await statusOf(invoiceId)).toBe('PAID')
})
