import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { customer, deliver, freeCredit, issue, statusOf, takeBack, webhookBody } from '../billing-under-test'
import { checkBooks } from '../ledger/check'
import { type ProviderUnderTest, startProvider } from '../provider-under-test'
import { openCheckout } from './checkout.command'

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

function open(actor: ReturnType<typeof customer>, invoiceId: string) {
  return execute(openCheckout, { invoiceId, locale: 'vi' }, { actor })
}

function choose(url: string, choice: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ choice, card: '4111111111111111' }),
    redirect: 'manual',
  })
}

async function becomes(invoiceId: string, status: string): Promise<void> {
  await vi.waitFor(async () => expect(await statusOf(invoiceId)).toBe(status), { timeout: 20_000 })
}

test('R-NS-24 R-HO-03 an invoice is paid on the provider’s page, by its webhook', async () => {
  const payer = customer()
  const { invoiceId, number } = await issue(payer, 350_000)
  const { url, checkoutId } = must(await open(payer, invoiceId))
  const page = await (await fetch(url)).text()
  expect(page).toContain(number)
  expect(page).toContain('350.000')
  await choose(url, 'pay')
  await becomes(invoiceId, 'PAID')
  expect(await db().checkout.findUnique({ where: { id: checkoutId } })).toMatchObject({ status: 'COMPLETED' })
})

test('paid twice on the page: the surplus is credit', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 1000)
  await choose(must(await open(payer, invoiceId)).url, 'pay-twice')
  await becomes(invoiceId, 'PAID')
  await vi.waitFor(async () => expect(await freeCredit(payer)).toBe(1000n), { timeout: 20_000 })
})

test('declined: the checkout ends and another can be opened', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 1000)
  const first = must(await open(payer, invoiceId))
  await choose(first.url, 'decline')
  await vi.waitFor(
    async () => {
      const row = await db().checkout.findUniqueOrThrow({ where: { id: first.checkoutId } })
      expect(row.status).toBe('EXPIRED')
    },
    { timeout: 20_000 },
  )
  const second = must(await open(payer, invoiceId))
  expect(second.url).not.toBe(first.url)
})

test('an open checkout is used again, also by calls at the same time', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 1000)
  const opened = await Promise.all(Array.from({ length: 8 }, async () => must(await open(payer, invoiceId))))
  opened.push(must(await open(payer, invoiceId)))
  expect(new Set(opened.map(({ url }) => url)).size).toBe(1)
  expect(await db().checkout.count({ where: { invoiceId } })).toBe(1)
})

test('a lost answer is asked for again with the same key: one page', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 1000)
  provider.loseAnswers(1)
  expect(await open(payer, invoiceId)).toMatchObject({ refusal: { code: 'payment-provider-unreachable' } })
  expect(await db().checkout.findMany({ where: { invoiceId } })).toMatchObject([
    { status: 'OPENING', url: null },
  ])
  must(await open(payer, invoiceId))
  const pages = await database.query(
    'SELECT 1 FROM sandbox_pay.checkout WHERE idempotency_key IN (SELECT id::text FROM checkout WHERE invoice_id = $1)',
    [invoiceId],
  )
  expect(pages).toHaveLength(1)
})

test('credit that covers a part is taken off what is asked', async () => {
  const payer = customer()
  const { invoiceId } = await issue(payer, 1000)
  const first = must(await open(payer, invoiceId))
  must(await deliver(webhookBody({ reference: first.checkoutId, amount: 400 })))
  expect(await statusOf(invoiceId)).toBe('ISSUED')
  const second = must(await open(payer, invoiceId))
  expect(await db().checkout.findUnique({ where: { id: second.checkoutId } })).toMatchObject({ amount: 600n })
  await choose(second.url, 'pay')
  await becomes(invoiceId, 'PAID')
  expect(await freeCredit(payer)).toBe(0n)
})

describe('no checkout', () => {
  test('for another’s invoice, or for none', async () => {
    const { invoiceId } = await issue(customer(), 1000)
    for (const id of [invoiceId, newId()]) {
      expect(await open(customer(), id)).toMatchObject({ refusal: { code: 'not-found' } })
    }
  })

  test('for one that is paid or credited', async () => {
    const payer = customer()
    const paid = await issue(payer, 1000)
    const { checkoutId } = must(await open(payer, paid.invoiceId))
    must(await deliver(webhookBody({ reference: checkoutId, amount: 1000 })))
    expect(await open(payer, paid.invoiceId)).toMatchObject({ refusal: { code: 'invoice-already-paid' } })
    const credited = await issue(payer, 5000)
    await takeBack(payer, credited.invoiceId)
    expect(await open(payer, credited.invoiceId)).toMatchObject({ refusal: { code: 'invoice-credited' } })
  })

  test('for nobody', async () => {
    const actor = { kind: 'visitor', address: '127.0.0.1' } as const
    const result = await execute(openCheckout, { invoiceId: newId(), locale: 'en' }, { actor })
    expect(result).toMatchObject({ refusal: { code: 'sign-in-needed' } })
  })
})
