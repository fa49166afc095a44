import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must, ok, refuse } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  customer,
  deliver,
  freeCredit,
  issue,
  openCheckoutOf,
  PROVIDER,
  statusOf,
  webhookBody,
} from '../billing-under-test'
import { checkBooks } from '../ledger/check'
import { attributePayment, returnDuePayment, returnPayment, settleAgain } from './decide.command'
import { returnDue } from './return-due.job'
import { settleReturn } from './return.command'

let database: TestDatabase
const operator: UserActor = { ...customer(), roles: ['OPERATOR'], secondFactor: true }
const BY_OPERATOR = { actor: operator }
const CLOCK = { actor: { kind: 'clock' } } as const
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => handle('invoice.paid', async () => ok()))
afterEach(async () => expect(await checkBooks(db())).toEqual([]))
afterAll(() => database.drop())

/** Money that came under a reference nobody knows. */
async function stray(amount: number, currency = 'VND'): Promise<string> {
  return must(await deliver(webhookBody({ reference: 'thanh toan ten mien', amount, currency }))).eventId
}

async function invoiceOf(payer: UserActor, amount: number) {
  const { invoiceId } = await issue(payer, amount)
  return db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
}

function attribute(eventId: string, number: string, reason = 'the bank names the customer') {
  return execute(attributePayment, { eventId, number, reason }, BY_OPERATOR)
}

const eventOf = (id: string) => db().providerEvent.findUniqueOrThrow({ where: { id } })
const audited = (subjectId: string) =>
  db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

describe('R-NS-31 attributing money of unknown origin', () => {
  test('pays the invoice that is named, with reason, operator and audit', async () => {
    const payer = customer()
    const invoice = await invoiceOf(payer, 500)
    const eventId = await stray(500)
    expect(must(await attribute(eventId, ` ${invoice.number.toLowerCase()} `))).toMatchObject({ paid: true })
    expect([await statusOf(invoice.id), await freeCredit(payer)]).toEqual(['PAID', 0n])
    expect(await eventOf(eventId)).toMatchObject({
      outcome: 'attributed',
      invoiceId: invoice.id,
      decidedById: operator.userId,
      reason: 'the bank names the customer',
      returnDueAt: null,
    })
    expect((await audited(eventId)).at(-1)).toMatchObject({
      action: 'billing.attribute-payment',
      actorId: operator.userId,
      data: { invoiceId: invoice.id, reason: 'the bank names the customer' },
    })
  })

  test('less than the invoice stays as the customer’s credit', async () => {
    const payer = customer()
    const invoice = await invoiceOf(payer, 500)
    expect(must(await attribute(await stray(400), invoice.number))).toMatchObject({ paid: false })
    expect([await statusOf(invoice.id), await freeCredit(payer)]).toEqual(['ISSUED', 400n])
  })

  test.each([
    ['an unknown number', async () => [await stray(10), 'INV-999999'], 'invoice-unknown'],
    [
      'another currency',
      async () => [await stray(10, 'EUR'), (await invoiceOf(customer(), 10)).number],
      'currency-differs',
    ],
    ['an unknown event', async () => [newId(), 'INV-1'], 'not-found'],
  ] as const)('%s is refused, and it waits on', async (_what, make, code) => {
    const [eventId = '', number = ''] = await make()
    expect(await attribute(eventId, number)).toMatchObject({ refusal: { code } })
    const event = await db().providerEvent.findUnique({ where: { id: eventId } })
    expect(event?.outcome ?? 'unattributed').toBe('unattributed')
  })

  test.each(['', '  ', 'ok'])('a reason is needed: “%s”', async (reason) => {
    const { number } = await invoiceOf(customer(), 10)
    const eventId = await stray(10)
    expect(await attribute(eventId, number, reason)).toMatchObject({ refusal: { code: 'input-invalid' } })
    expect(await execute(returnPayment, { eventId, reason }, BY_OPERATOR)).toMatchObject({
      refusal: { code: 'input-invalid' },
    })
  })

  test('of ten decisions at once one is carried out', async () => {
    const payer = customer()
    const { number } = await invoiceOf(payer, 10)
    const eventId = await stray(10)
    const all = await Promise.all(
      Array.from({ length: 10 }, (_none, index) =>
        index % 2
          ? attribute(eventId, number)
          : execute(returnPayment, { eventId, reason: 'unknown payer' }, BY_OPERATOR),
      ),
    )
    expect(all.filter((result) => result.ok)).toHaveLength(1)
    expect(all.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'payment-decided' } })
  })
})

describe('R-NS-31 returning money of unknown origin', () => {
  const jobsOf = (eventId: string) =>
    database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [`return-payment:${eventId}`])

  test('an operator sends it back; a return that was refused is asked for under a new key', async () => {
    const eventId = await stray(77)
    must(await execute(returnPayment, { eventId, reason: 'nobody claims it' }, BY_OPERATOR))
    expect(await jobsOf(eventId)).toHaveLength(1)
    expect(await eventOf(eventId)).toMatchObject({ outcome: 'returning', returnTries: 1 })
    must(await execute(settleReturn, { eventId, outcome: 'refused' }, { actor: PROVIDER }))
    must(await execute(returnPayment, { eventId, reason: 'the bank has a new account' }, BY_OPERATOR))
    expect(await eventOf(eventId)).toMatchObject({ outcome: 'returning', returnTries: 2 })
    must(await execute(settleReturn, { eventId, outcome: 'done' }, { actor: PROVIDER }))
    expect(await execute(returnPayment, { eventId, reason: 'once more' }, BY_OPERATOR)).toMatchObject({
      refusal: { code: 'payment-decided' },
    })
  })

  test('undecided it goes back by itself after the fifth day, and not before', async () => {
    const eventId = await stray(78)
    await returnDue.sweep()
    expect((await eventOf(eventId)).outcome).toBe('unattributed')
    expect(must(await execute(returnDuePayment, { eventId }, CLOCK))).toMatchObject({ returned: false })
    await db().providerEvent.update({ where: { id: eventId }, data: { returnDueAt: new Date('2026-01-01') } })
    expect(await returnDue.nextDueAt()).toEqual(new Date('2026-01-01'))
    await returnDue.sweep()
    expect(await eventOf(eventId)).toMatchObject({ outcome: 'returning', returnDueAt: null, reason: null })
    expect(await jobsOf(eventId)).toHaveLength(1)
    expect((await audited(eventId)).at(-1)).toMatchObject({ actorKind: 'clock' })
  })
})

describe('an invoice that credit covers and that was not settled', () => {
  async function blocked(): Promise<{ invoiceId: string; payer: UserActor }> {
    handle('invoice.paid', async () => refuse('name-held'))
    const payer = customer()
    const { invoiceId } = await issue(payer, 100)
    must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: 100 })))
    expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['ISSUED', 100n])
    return { invoiceId, payer }
  }

  test('is settled once what should follow is possible', async () => {
    const { invoiceId, payer } = await blocked()
    expect(must(await execute(settleAgain, { invoiceId }, BY_OPERATOR))).toMatchObject({ paid: false })
    handle('invoice.paid', async () => ok())
    expect(must(await execute(settleAgain, { invoiceId }, BY_OPERATOR))).toMatchObject({ paid: true })
    expect([await statusOf(invoiceId), await freeCredit(payer)]).toEqual(['PAID', 0n])
    expect(await execute(settleAgain, { invoiceId }, BY_OPERATOR)).toMatchObject({
      refusal: { code: 'not-now' },
    })
  })
})

test.each(['AGENT', 'RESELLER'] as const)('an %s decides on no money', async (role) => {
  const actor: UserActor = { ...customer(), roles: [role], secondFactor: true }
  const input = { eventId: randomUUID(), invoiceId: randomUUID(), number: 'x', reason: 'because' }
  for (const command of [attributePayment, returnPayment, settleAgain]) {
    expect(await execute(command as typeof settleAgain, input, { actor })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
  }
})
