import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  customer,
  deliver,
  freeCredit,
  issue,
  openCheckoutOf,
  takeBack,
  webhookBody,
} from '../billing-under-test'
import { checkBooks } from '../ledger/check'
import { type ProviderUnderTest, startProvider } from '../provider-under-test'
import { returnPayment } from '../receive/decide.command'
import { returnPaymentJob } from '../receive/process.job'
import { deliverPayoutJob, enqueueOpenPayouts } from './deliver-payout.job'
import { requestPayout } from './payout.command'

let database: TestDatabase
let provider: ProviderUnderTest
beforeAll(async () => {
  database = await testDatabase()
  provider = await startProvider(database.url)
  handle('invoice.paid', async () => ok())
})
afterEach(async () => expect(await checkBooks(db())).toEqual([]))
afterAll(async () => {
  await provider.close()
  await database.drop()
})

/** A customer whose paid invoice was credited. */
async function customerWithCredit(amount: number): Promise<UserActor> {
  const actor = customer()
  const { invoiceId } = await issue(actor, amount)
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount })))
  await takeBack(actor, invoiceId)
  return actor
}

function request(actor: UserActor, amount: string, idempotencyKey = randomUUID()) {
  return execute(requestPayout, { amount, currency: 'VND' }, { actor, idempotencyKey })
}

const payoutOf = (id: string) => db().payout.findUniqueOrThrow({ where: { id } })

test('credit is paid out once, also when the answer is lost', async () => {
  const actor = await customerWithCredit(1000)
  const { payoutId } = must(await request(actor, '700'))
  expect([await freeCredit(actor), (await payoutOf(payoutId)).status]).toEqual([300n, 'REQUESTED'])
  provider.loseAnswers(1)
  await expect(deliverPayoutJob.run({ payoutId })).rejects.toThrow('payment-provider-unreachable')
  expect((await payoutOf(payoutId)).status).toBe('SENT')
  await deliverPayoutJob.run({ payoutId })
  await deliverPayoutJob.run({ payoutId })
  expect((await payoutOf(payoutId)).status).toBe('DONE')
  const asked = await database.query('SELECT 1 FROM sandbox_pay.payout WHERE idempotency_key = $1', [
    payoutId,
  ])
  expect(asked).toHaveLength(1)
  expect(await freeCredit(actor)).toBe(300n)
})

test('a refused payout is credit again and pays what it covers', async () => {
  const actor = await customerWithCredit(24_002)
  const { payoutId } = must(await request(actor, '24002'))
  const { invoiceId } = await issue(actor, 4000)
  await deliverPayoutJob.run({ payoutId })
  expect(await payoutOf(payoutId)).toMatchObject({ status: 'REFUSED', problem: 'account-closed' })
  expect((await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })).status).toBe('PAID')
  expect(await freeCredit(actor)).toBe(20_002n)
})

test('the same request twice is one payout', async () => {
  const actor = await customerWithCredit(1000)
  const key = randomUUID()
  const both = [await request(actor, '400', key), await request(actor, '400', key)].map(must)
  expect(both[0]).toEqual(both[1])
  expect(await freeCredit(actor)).toBe(600n)
})

test('twenty requests at once never spend more than there is', async () => {
  const actor = await customerWithCredit(1000)
  const results = await Promise.all(Array.from({ length: 20 }, () => request(actor, '300')))
  expect(results.filter((result) => result.ok)).toHaveLength(3)
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'credit-too-low' } })
  expect(await freeCredit(actor)).toBe(100n)
})

describe('what is refused', () => {
  test.each(['0', '-5', '1.5', '1e3', '', ' '])('an amount of “%s”', async (amount) => {
    expect(await request(await customerWithCredit(1000), amount)).toMatchObject({
      refusal: { code: 'input-invalid', fields: [{ field: 'amount', code: 'amount-invalid' }] },
    })
  })

  test('somebody who has not proved lately who they are; then nothing is paid out', async () => {
    const { steppedUpAt: _proof, ...actor } = await customerWithCredit(1000)
    expect(await request(actor, '1')).toMatchObject({ refusal: { code: 'step-up-needed' } })
    const old = { ...actor, steppedUpAt: new Date(systemClock.now().getTime() - 10 * 60_000) }
    expect(await request(old, '1')).toMatchObject({ refusal: { code: 'step-up-needed' } })
    expect(await freeCredit(actor)).toBe(1000n)
  })

  test('another’s credit', async () => {
    await customerWithCredit(1000)
    expect(await request(customer(), '1')).toMatchObject({ refusal: { code: 'credit-too-low' } })
  })
})

test('a payout that was not asked for is taken up at the next start', async () => {
  const { payoutId } = must(await request(await customerWithCredit(1000), '10'))
  await database.query(
    'SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE key = $1',
    [`deliver-payout:${payoutId}`],
  )
  await enqueueOpenPayouts()
  const jobs = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
    `deliver-payout:${payoutId}`,
  ])
  expect(jobs).toHaveLength(1)
})

const operator: UserActor = { ...customer(), roles: ['OPERATOR'], secondFactor: true }

/** Somebody pays on a page that was opened with the provider under a reference that is not ours. */
async function strayPayment(): Promise<string> {
  const { SANDBOX_PAY_URL: url, SANDBOX_PAY_KEY: apiKey } = env()
  const opened = await fetch(`${url}/v1/checkouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      ...{ amount: '500', currency: 'VND', description: 'd', reference: 'somebody else', locale: 'en' },
      returnUrl: 'http://portal.test/',
    }),
  })
  const { url: page } = (await opened.json()) as { url: string }
  await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay', card: '4111111111111111' }),
  })
  return vi.waitFor(
    async () => (await db().providerEvent.findFirstOrThrow({ where: { outcome: 'unattributed' } })).id,
    { timeout: 20_000 },
  )
}

test('R-NS-31 money of unknown origin is returned to its payer once', async () => {
  const eventId = await strayPayment()
  expect(await checkBooks(db())).toEqual([])
  await returnPaymentJob.run({ eventId })
  expect((await db().providerEvent.findUniqueOrThrow({ where: { id: eventId } })).outcome).toBe(
    'unattributed',
  )
  must(await execute(returnPayment, { eventId, reason: 'nobody knows it' }, { actor: operator }))
  provider.loseAnswers(1)
  await expect(returnPaymentJob.run({ eventId })).rejects.toThrow('payment-provider-unreachable')
  await returnPaymentJob.run({ eventId })
  await returnPaymentJob.run({ eventId })
  expect(await db().providerEvent.findUnique({ where: { id: eventId } })).toMatchObject({
    outcome: 'returned',
  })
  const asked = await database.query("SELECT 1 FROM sandbox_pay.payout WHERE request->>'payment' IS NOT NULL")
  expect(asked).toHaveLength(1)
})
