import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drain } from '@/lib/billing/billing-under-test'
import { chargeCardJob } from '@/lib/billing/charge/charge-card.job'
import { removeCard } from '@/lib/billing/charge/card.command'
import { cardsView } from '@/lib/billing/charge/card.query'
import { payInvoices } from '@/lib/billing/charge/checkout.command'
import { checkBooks } from '@/lib/billing/ledger/check'
import { type ProviderUnderTest, startProvider } from '@/lib/billing/provider-under-test'
import { ACCEPTED_CARD, LATER_DECLINED_CARD } from '@/lib/billing/sandbox/card.rule'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { setAutoRenew } from './auto-renew.command'
import { chargePlan } from './auto-renew.rule'
import { chargeDue } from './charge.job'
import { ask, domainOf, messagesOf, owner, pay, RenewalsUnderTest, send } from './renewals-under-test'
import { zoneById } from '@/lib/policy/resolver'

const VN = 'Asia/Ho_Chi_Minh'
let under: RenewalsUnderTest
let provider: ProviderUnderTest

beforeAll(async () => {
  under = await RenewalsUnderTest.start()
  provider = await startProvider(under.database.url)
})
afterAll(async () => {
  await drain()
  expect(await checkBooks(db())).toEqual([])
  await provider.close()
  await under.stop()
})

/** Every turn is taken twice at once, as after a restart; so are the charges that it asks for. */
async function turn(at: Date): Promise<void> {
  await under.setNow(at)
  await Promise.all([chargeDue.sweep(), chargeDue.sweep()])
  await chargeDue.sweep()
  const open = await db().checkout.findMany({
    where: { status: 'OPENING', paymentMethodId: { not: null } },
    select: { id: true },
  })
  await Promise.all(
    open.flatMap(({ id }) => [id, id]).map((checkoutId) => chargeCardJob.run({ checkoutId })),
  ).catch(() => undefined)
  for (const { id: checkoutId } of open) await chargeCardJob.run({ checkoutId })
}

const planOf = (expiresAt: Date) => chargePlan(zoneById('vn'), expiresAt).map(({ at }) => at)

/** Keeps a card by paying another name's renewal with it on the provider's page. */
async function keepCard(actor: UserActor, card: string, expiresAt: Date): Promise<void> {
  const { id } = await under.name(actor, 'vn', expiresAt)
  const { items } = await ask(actor, [{ domainId: id, years: 1 }])
  const invoiceIds = items.flatMap(({ invoiceId }) => invoiceId ?? [])
  const visit = { invoiceIds, locale: 'en', back: '/renewals', offerCard: true }
  const { url } = must(await execute(payInvoices, visit, { actor }))
  const form = new URLSearchParams({ card, keep: 'on', choice: 'pay' })
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200)
  await expect.poll(() => cardsView(actor.userId), { timeout: 20_000 }).toHaveLength(1)
}

async function autoRenewed(actor: UserActor, expiresAt: Date, autoRenew: 'CREDIT' | 'CARD') {
  const name = await under.name(actor, 'vn', expiresAt)
  must(await execute(setAutoRenew, { domainId: name.id, autoRenew }, { actor }))
  return name
}

const automatic = (domainId: string) =>
  db().renewalItem.findMany({ where: { domainId, renewal: { isAutomatic: true } } })

describe('from credit', () => {
  const EXPIRY = localTime('2028-06-20', '16:30', VN)

  test('told first, tried on each day of the plan, given up with a word; nothing is doubled', async () => {
    await under.setNow(localTime('2028-03-01', '10:00', VN))
    const actor = await owner()
    const { id } = await autoRenewed(actor, EXPIRY, 'CREDIT')
    expect((await domainOf(id)).nextChargeAt).toEqual(planOf(EXPIRY)[0])
    for (const at of planOf(EXPIRY)) await turn(at)
    expect(await messagesOf(id)).toEqual([
      'auto-renewal-credit',
      ...Array.from({ length: 3 }, () => 'auto-renewal-uncovered'),
      'auto-renewal-given-up',
    ])
    const short = await db().message.findFirst({
      where: { subjectId: id, template: 'auto-renewal-uncovered' },
    })
    expect(short?.params).toMatchObject({ minor: '350000', currency: 'VND', path: '/credit' })
    expect(await automatic(id)).toMatchObject([{ state: 'ASKED' }])
    expect(await domainOf(id)).toMatchObject({ autoRenew: 'CREDIT', nextChargeAt: null })
  })

  test('with enough credit it is renewed on the first try, once, and the next term has its own turns', async () => {
    await under.setNow(localTime('2028-03-01', '10:00', VN))
    const actor = await owner()
    const source = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: source.id, years: 1 }])
    await pay(actor, items)
    await under.fault(source.name, 'refuse')
    await send(source.id)
    const { id } = await autoRenewed(actor, EXPIRY, 'CREDIT')
    const [notice, first] = planOf(EXPIRY)
    await turn(notice ?? EXPIRY)
    await turn(first ?? EXPIRY)
    await send(id)
    const renewed = localTime('2029-06-20', '16:30', VN)
    expect(await domainOf(id)).toMatchObject({ expiresAt: renewed, nextChargeAt: planOf(renewed)[0] })
    expect(await automatic(id)).toMatchObject([{ state: 'DONE' }])
  })
})

describe('from a kept card', () => {
  const EXPIRY = localTime('2028-09-20', '16:30', VN)

  test('charged once although the answer was lost and everything ran twice', async () => {
    await under.setNow(localTime('2028-08-01', '10:00', VN))
    const actor = await owner()
    await keepCard(actor, ACCEPTED_CARD, EXPIRY)
    const { id } = await autoRenewed(actor, EXPIRY, 'CARD')
    const [notice, first] = planOf(EXPIRY)
    await turn(notice ?? EXPIRY)
    expect(await messagesOf(id)).toEqual(['auto-renewal-card'])
    provider.loseAnswers(1)
    await turn(first ?? EXPIRY)
    await drain()
    await send(id)
    expect(await domainOf(id)).toMatchObject({ expiresAt: localTime('2029-09-20', '16:30', VN) })
    expect(await db().payment.count({ where: { customerId: actor.userId } })).toBe(2)
    expect(await automatic(id)).toMatchObject([{ state: 'DONE' }])
  })

  test('declined: told after each try, and asked for again on the next day of the plan', async () => {
    await under.setNow(localTime('2028-08-01', '10:00', VN))
    const actor = await owner()
    await keepCard(actor, LATER_DECLINED_CARD, EXPIRY)
    const { id } = await autoRenewed(actor, EXPIRY, 'CARD')
    for (const at of planOf(EXPIRY)) await turn(at)
    expect(await messagesOf(id)).toEqual([
      'auto-renewal-card',
      ...['auto-renewal-failed', 'auto-renewal-failed', 'auto-renewal-failed', 'auto-renewal-given-up'],
    ])
    expect(await automatic(id)).toMatchObject([{ state: 'ASKED' }])
  })

  test('removed, it is forgotten at the provider too; without one the card cannot be chosen', async () => {
    await under.setNow(localTime('2028-08-01', '10:00', VN))
    const actor = await owner()
    await keepCard(actor, ACCEPTED_CARD, EXPIRY)
    const [card] = await cardsView(actor.userId)
    const input = { paymentMethodId: card?.id }
    expect(await execute(removeCard, input, { actor: await owner() })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    must(await execute(removeCard, input, { actor }))
    must(await execute(removeCard, input, { actor }))
    expect(await cardsView(actor.userId)).toEqual([])
    const { id } = await under.name(actor, 'vn', EXPIRY)
    expect(await execute(setAutoRenew, { domainId: id, autoRenew: 'CARD' }, { actor })).toMatchObject({
      refusal: { code: 'card-needed' },
    })
  })
})
