import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freeCredit } from '@/lib/billing/billing-under-test'
import { checkBooks } from '@/lib/billing/ledger/check'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { nameFor } from '../names-under-test'
import { askRenewal } from './ask.command'
import { ask, domainOf, itemOf, owner, pay, RenewalsUnderTest, send } from './renewals-under-test'

const VN = 'Asia/Ho_Chi_Minh'
const EXPIRY = localTime('2027-06-01', '16:30', VN)
let under: RenewalsUnderTest

beforeAll(async () => {
  under = await RenewalsUnderTest.start()
  await under.setNow(localTime('2027-03-01', '10:00', VN))
})
afterAll(async () => {
  expect(await checkBooks(db())).toEqual([])
  await under.stop()
})

describe('asking', () => {
  test('R-NS-31 many names, one payment: each with its own invoice, all settled by it', async () => {
    const actor = await owner()
    const names = await Promise.all(['vn', 'com.vn', 'io.vn'].map(() => under.name(actor, 'vn', EXPIRY)))
    const { items } = await ask(
      actor,
      names.map(({ id }, index) => ({ domainId: id, years: index + 1 })),
    )
    expect(items).toHaveLength(3)
    await pay(actor, items)
    for (const { id } of names) await send(id)
    const years = await Promise.all(
      names.map(async ({ id }) => (await domainOf(id)).expiresAt?.getUTCFullYear()),
    )
    expect(years).toEqual([2028, 2029, 2030])
    expect(await db().payment.count({ where: { customerId: actor.userId } })).toBe(1)
    expect(await freeCredit(actor)).toBe(0n)
  })

  test('a payment for some pays exactly these, not an older invoice; a surplus stays credit', async () => {
    const actor = await owner()
    const [older, one, two] = await Promise.all([1, 2, 3].map(() => under.name(actor, 'vn', EXPIRY)))
    const first = await ask(actor, [{ domainId: older?.id ?? '', years: 1 }])
    const { items } = await ask(
      actor,
      [one, two].map((name) => ({ domainId: name?.id ?? '', years: 1 })),
    )
    await pay(actor, items)
    expect(await itemOf(first.items[0]?.id ?? '')).toMatchObject({ state: 'ASKED' })
    expect(await Promise.all(items.map(async ({ id }) => (await itemOf(id)).state))).toEqual(['SENT', 'SENT'])
  })

  test('credit that covers it renews at once', async () => {
    const actor = await owner()
    const refused = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: refused.id, years: 1 }])
    await pay(actor, items)
    await under.fault(refused.name, 'refuse')
    await send(refused.id)
    const other = await under.name(actor, 'vn', EXPIRY)
    const again = await ask(actor, [{ domainId: other.id, years: 1 }])
    expect(await itemOf(again.items[0]?.id ?? '')).toMatchObject({ state: 'SENT' })
    expect(await freeCredit(actor)).toBe(0n)
  })

  test('an older unpaid one of the same name gives way, and its invoice is credited', async () => {
    const actor = await owner()
    const { id } = await under.name(actor, 'vn', EXPIRY)
    const first = await ask(actor, [{ domainId: id, years: 1 }])
    const second = await ask(actor, [{ domainId: id, years: 2 }])
    expect(await itemOf(first.items[0]?.id ?? '')).toMatchObject({ state: 'VOID', reason: 'replaced' })
    expect(await db().invoice.findUnique({ where: { id: first.items[0]?.invoiceId ?? '' } })).toMatchObject({
      status: 'CREDITED',
    })
    expect(await itemOf(second.items[0]?.id ?? '')).toMatchObject({ state: 'ASKED' })
  })

  test('the same key asks once', async () => {
    const actor = await owner()
    const { id } = await under.name(actor, 'vn', EXPIRY)
    const input = { items: [{ domainId: id, years: 1 }] }
    const key = { actor, idempotencyKey: newId() }
    const [one, two] = await Promise.all([execute(askRenewal, input, key), execute(askRenewal, input, key)])
    expect(one).toEqual(two)
    expect(await db().renewalItem.count({ where: { domainId: id } })).toBe(1)
  })

  test('another’s name, one name twice, and two currencies are refused as a whole', async () => {
    const [actor, stranger] = await Promise.all([owner(), owner()])
    const vn = await under.name(actor, 'vn', EXPIRY)
    const com = await under.name(actor, 'com', EXPIRY)
    const item = (domainId: string) => ({ domainId, years: 1 })
    const code = async (items: object[], by = actor) => {
      const asked = await execute(askRenewal, { items }, { actor: by })
      return asked.ok ? 'ok' : asked.refusal.code
    }
    expect(await code([item(vn.id)], stranger)).toBe('not-found')
    expect(await code([item(vn.id), item(vn.id)])).toBe('renew-name-twice')
    expect(await code([item(vn.id), item(com.id)])).toBe('renew-currencies')
    expect(await code([])).toBe('input-invalid')
    expect(await db().renewal.count({ where: { ownerId: actor.userId } })).toBe(0)
  })

  test('R-NS-37 refused whole with the first refused name, or the rest without it', async () => {
    const actor = await owner()
    const fine = await under.name(actor, 'vn', EXPIRY)
    const bad = await under.name(actor, 'vn', EXPIRY)
    await db().domain.update({ where: { id: bad.id }, data: { violationSince: new Date('2027-02-01') } })
    const items = [fine, bad].map(({ id }) => ({ domainId: id, years: 1 }))
    expect(await execute(askRenewal, { items }, { actor })).toMatchObject({
      refusal: { code: 'renew-violation', rule: 'R-NS-37', params: { name: bad.name } },
    })
    expect(await execute(askRenewal, { items, skipRefused: true }, { actor })).toMatchObject({
      ok: true,
      value: { leftOut: [{ name: bad.name, refusal: { code: 'renew-violation' } }] },
    })
    expect(await db().renewalItem.count({ where: { domainId: bad.id } })).toBe(0)
  })

  test('R-NS-34 refused once the desk has accepted the return of the name, and not before', async () => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const items = [{ domainId: id, years: 1 }]
    const order = await db().nameOrder.create({
      data: {
        ...{ id: newId(), domainId: id, kind: 'return', atOnce: false, reason: 'returned', state: 'WAITING' },
        ...{ requestedBy: `user:${actor.userId}`, requestedAt: new Date('2027-02-01') },
      },
    })
    expect((await execute(askRenewal, { items }, { actor })).ok).toBe(true)
    await db().nameOrder.update({ where: { id: order.id }, data: { dueAt: new Date('2027-02-02') } })
    expect(await execute(askRenewal, { items }, { actor })).toMatchObject({
      refusal: { code: 'renew-in-return', rule: 'R-NS-34', params: { name } },
    })
  })

  test('sixty names are asked for and paid in one go', { timeout: 120_000 }, async () => {
    const actor = await owner()
    const names: { id: string }[] = []
    for (let count = 0; count < 60; count++) {
      names.push({ id: await nameFor({ zone: 'vn', expiresAt: EXPIRY, ownerId: actor.userId }) })
    }
    const { items } = await ask(
      actor,
      names.map(({ id }) => ({ domainId: id, years: 1 })),
    )
    await pay(actor, items)
    const states = await db().renewalItem.groupBy({
      by: ['state'],
      where: { renewal: { ownerId: actor.userId } },
      _count: true,
    })
    expect(states).toEqual([{ state: 'SENT', _count: 60 }])
  })
})
