import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
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
import { invoiceView } from '../invoice/invoice.query'
import { checkBooks } from '../ledger/check'
import { type ProviderUnderTest, startProvider } from '../provider-under-test'
import { ACCEPTED_CARD, LATER_DECLINED_CARD } from '../sandbox/card.rule'
import { askCharge } from './ask-charge'
import { type Card, cardOf } from './card.store'
import { chargeCardJob } from './charge-card.job'
import { openCheckout } from './checkout.command'

let database: TestDatabase
let provider: ProviderUnderTest
beforeAll(async () => {
  database = await testDatabase()
  provider = await startProvider(database.url)
  handle('invoice.paid', async () => ok())
  handle('charge.declined', async () => ok())
})
afterEach(async () => {
  await drain()
  expect(await checkBooks(db())).toEqual([])
})
afterAll(async () => {
  await provider.close()
  await database.drop()
})

const open = (actor: UserActor, invoiceId: string) =>
  execute(openCheckout, { invoiceId, locale: 'en', offerCard: true }, { actor })

/** Pays an invoice on the provider's page and has the card kept there. */
async function keepCard(actor: UserActor, card: string): Promise<Card> {
  const { invoiceId } = await issue(actor, 100)
  const { url } = must(await open(actor, invoiceId))
  await fetch(url, { method: 'POST', body: new URLSearchParams({ card, keep: 'on', choice: 'pay' }) })
  await vi.waitFor(async () => expect(await statusOf(invoiceId)).toBe('PAID'), { timeout: 20_000 })
  const kept = await cardOf(db(), actor.userId)
  if (!kept) throw new Error('no card was kept')
  return kept
}

/** An open invoice of a customer whose kept card is asked for it. */
async function charging(number = ACCEPTED_CARD) {
  const actor = customer()
  const card = await keepCard(actor, number)
  const { invoiceId } = await issue(actor, 1000)
  const pageId = await openCheckoutOf(invoiceId)
  await as(PROVIDER, (uow) => askCharge(uow, { invoiceId, card }))
  const charge = await db().checkout.findFirstOrThrow({ where: { invoiceId, paymentMethodId: card.id } })
  return { actor, card, invoiceId, pageId, checkoutId: charge.id }
}

const statusesOf = async (invoiceId: string) =>
  (await db().checkout.findMany({ where: { invoiceId }, orderBy: { id: 'asc' } })).map(({ status }) => status)
const charges = async (checkoutId: string) =>
  (await database.query('SELECT 1 FROM sandbox_pay.charge WHERE idempotency_key = $1', [checkoutId])).length

describe('a charge that waits for a slow provider', () => {
  test.each([
    [
      'paid on the page',
      async (of: { pageId: string }) =>
        must(await deliver(webhookBody({ reference: of.pageId, amount: 1000 }))),
      { statuses: ['COMPLETED', 'EXPIRED'], invoice: 'PAID' },
    ],
    [
      'settled by credit that came elsewhere',
      async ({ actor }: { actor: UserActor }) => {
        const other = await issue(actor, 500)
        must(await deliver(webhookBody({ reference: await openCheckoutOf(other.invoiceId), amount: 1500 })))
      },
      { statuses: ['EXPIRED', 'EXPIRED'], invoice: 'PAID' },
    ],
    [
      'credited',
      ({ actor, invoiceId }: { actor: UserActor; invoiceId: string }) => takeBack(actor, invoiceId),
      { statuses: ['EXPIRED', 'EXPIRED'], invoice: 'CREDITED' },
    ],
  ])('is not made when its invoice was %s meanwhile', async (_how, happen, { statuses, invoice }) => {
    const of = await charging()
    await happen(of)
    await chargeCardJob.run({ checkoutId: of.checkoutId })
    expect(await statusesOf(of.invoiceId)).toEqual(statuses)
    expect(await statusOf(of.invoiceId)).toBe(invoice)
    expect(await charges(of.checkoutId)).toBe(0)
    expect(await freeCredit(of.actor)).toBe(0n)
  })

  test('decides on the invoice, even where its row still says that it is open', async () => {
    const of = await charging()
    must(await deliver(webhookBody({ reference: of.pageId, amount: 1000 })))
    await db().checkout.update({
      where: { id: of.checkoutId },
      data: { status: 'OPENING', completedAt: null },
    })
    await chargeCardJob.run({ checkoutId: of.checkoutId })
    expect(await charges(of.checkoutId)).toBe(0)
    expect(await statusesOf(of.invoiceId)).toEqual(['COMPLETED', 'EXPIRED'])
  })
})

test('while a card is charged nobody is led to pay besides; declined, it can be paid', async () => {
  const of = await charging(LATER_DECLINED_CARD)
  expect(must(await invoiceView(of.actor.userId, of.invoiceId))).toMatchObject({ isBeingCharged: true })
  expect(await open(of.actor, of.invoiceId)).toMatchObject({ refusal: { code: 'invoice-being-charged' } })
  await as(PROVIDER, (uow) => askCharge(uow, of))
  expect(await statusesOf(of.invoiceId)).toEqual(['OPEN', 'OPENING'])
  await chargeCardJob.run({ checkoutId: of.checkoutId })
  expect(must(await invoiceView(of.actor.userId, of.invoiceId))).toMatchObject({ isBeingCharged: false })
  expect(await open(of.actor, of.invoiceId)).toMatchObject({ ok: true })
})

test('a page that was paid although its invoice was settled meanwhile becomes credit', async () => {
  const of = await charging()
  await chargeCardJob.run({ checkoutId: of.checkoutId })
  expect(await statusOf(of.invoiceId)).toBe('PAID')
  expect(await statusesOf(of.invoiceId)).toEqual(['EXPIRED', 'COMPLETED'])
  must(await deliver(webhookBody({ reference: of.pageId, amount: 1000 })))
  expect(await statusesOf(of.invoiceId)).toEqual(['COMPLETED', 'COMPLETED'])
  expect(await freeCredit(of.actor)).toBe(1000n)
})
