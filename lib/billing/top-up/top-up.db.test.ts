import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { customer, deliver, drain, freeCredit, issue, statusOf, webhookBody } from '../billing-under-test'
import { checkBooks } from '../ledger/check'
import { type ProviderUnderTest, startProvider } from '../provider-under-test'
import { creditView } from '../refund/credit.query'
import { topUp } from './top-up.command'
import { topUpView } from './top-up.query'

let database: TestDatabase
let provider: ProviderUnderTest
beforeAll(async () => {
  database = await testDatabase()
  provider = await startProvider(database.url)
})
afterEach(async () => {
  await drain()
  expect(await checkBooks(db())).toEqual([])
})
afterAll(async () => {
  await provider.close()
  await database.drop()
})

const open = (actor: UserActor, amount: string, currency = 'VND') =>
  execute(topUp, { amount, currency, locale: 'en' }, { actor })

/** A customer who has an open invoice of 500,000 VND, more than what is paid in here. */
async function invoiced(actor = customer()): Promise<UserActor> {
  handle('invoice.paid', async () => ok())
  await issue(actor, 500_000)
  return actor
}

test('paid in on the provider’s page, it is credit, with a receipt and an entry of its own', async () => {
  const actor = await invoiced(await person())
  const { url, checkoutId } = must(await open(actor, '100000'))
  expect(await (await fetch(url)).text()).toMatch(/Credit paid in[^]*100,000/)
  await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay-twice', card: '4111111111111111' }),
  })
  await vi.waitFor(async () => expect(await freeCredit(actor)).toBe(200_000n), { timeout: 20_000 })
  expect(await db().checkout.findUnique({ where: { id: checkoutId } })).toMatchObject({ status: 'COMPLETED' })
  const { movements } = await creditView(actor.userId)
  expect(movements).toMatchObject([
    { kind: 'top-up', amount: { minor: 100_000n } },
    { kind: 'top-up', amount: { minor: 100_000n } },
  ])
  const receipts = await db().message.findMany({ where: { userId: actor.userId } })
  expect(receipts).toMatchObject([
    { template: 'credit-topped-up', params: { minor: '100000', currency: 'VND' } },
    { template: 'credit-topped-up' },
  ])
  expect(await db().auditEvent.count({ where: { actorId: actor.userId, action: 'billing.top-up' } })).toBe(1)
})

test('asked twice for one amount it is one page; for another, the first is not offered any more', async () => {
  const actor = await invoiced()
  provider.loseAnswers(1)
  expect(await open(actor, '60000')).toMatchObject({ refusal: { code: 'payment-provider-unreachable' } })
  const asked = await Promise.all([open(actor, '60000'), open(actor, '60000')])
  const again = must(await open(actor, '60000'))
  expect(new Set([...asked.map((one) => must(one).url), again.url]).size).toBe(1)
  expect((await topUpView(actor.userId)).open).toMatchObject([{ id: again.checkoutId }])
  const other = must(await open(actor, '70000'))
  expect((await topUpView(actor.userId)).open).toMatchObject([{ id: other.checkoutId }])
  expect(await db().checkout.count({ where: { customerId: actor.userId } })).toBe(2)
})

test('a page that is not offered any more and is paid all the same is credit, once', async () => {
  const actor = await invoiced()
  const first = must(await open(actor, '60000'))
  must(await open(actor, '70000'))
  const body = webhookBody({ reference: first.checkoutId, amount: 60_000 })
  must(await deliver(body))
  must(await deliver(body))
  expect(await freeCredit(actor)).toBe(60_000n)
})

test('an open invoice that it covers is paid from it', async () => {
  const actor = await invoiced()
  const { invoiceId } = await issue(actor, 80_000)
  const { checkoutId } = must(await open(actor, '100000'))
  must(await deliver(webhookBody({ reference: checkoutId, amount: 100_000 })))
  expect(await statusOf(invoiceId)).toBe('PAID')
  expect(await freeCredit(actor)).toBe(20_000n)
})

test.each([
  ['too little', '1000', 'VND', 'top-up-out-of-range'],
  ['a currency without invoices', '5000', 'EUR', 'top-up-currency'],
  ['no amount', '0', 'VND', 'input-invalid'],
  ['an amount beyond any ledger', '9'.repeat(20), 'VND', 'input-invalid'],
  ['no currency', '100000', 'XXX', 'input-invalid'],
])('%s is refused, and nothing is opened', async (_what, amount, currency, code) => {
  const actor = await invoiced()
  expect(await open(actor, amount, currency)).toMatchObject({ refusal: { code } })
  expect(await db().checkout.count({ where: { customerId: actor.userId } })).toBe(0)
})

test('nobody who has never been invoiced is offered to pay in', async () => {
  expect(await topUpView(customer().userId)).toEqual({ currencies: [], open: [] })
  const visitor = { kind: 'visitor', address: '127.0.0.1' } as const
  const input = { amount: '100000', currency: 'VND', locale: 'en' }
  expect(await execute(topUp, input, { actor: visitor })).toMatchObject({
    refusal: { code: 'sign-in-needed' },
  })
})
