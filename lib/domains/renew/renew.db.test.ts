import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver as webhook, freeCredit } from '@/lib/billing/billing-under-test'
import { checkBooks } from '@/lib/billing/ledger/check'
import { localTime } from '@/lib/kernel/days'
import { db } from '@/lib/platform/db'
import {
  ask,
  domainOf,
  itemOf,
  messagesOf,
  owner,
  pay,
  paymentFor,
  RenewalsUnderTest,
  send,
} from './renewals-under-test'

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

const renewCommands = (domainId: string) =>
  db().registryCommand.findMany({ where: { subjectId: domainId }, orderBy: { sequence: 'asc' } })

describe('a renewal within the term', () => {
  test('R-VN-07 paid, renewed at the registry, then the customer is told with both expiries', async () => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: id, years: 2 }])
    const item = items[0]
    if (!item) throw new Error('no item')
    expect(await messagesOf(id)).toEqual([])
    await pay(actor, items)
    expect(await itemOf(item.id)).toMatchObject({ state: 'SENT' })
    expect(await domainOf(id)).toMatchObject({
      renewingId: item.id,
      nextTransitionAt: null,
      expiresAt: EXPIRY,
    })
    await send(id)
    const newExpiry = localTime('2029-06-01', '16:30', VN)
    expect(await under.registryExpiry(name)).toEqual(newExpiry)
    expect(await domainOf(id)).toMatchObject({
      ...{ status: 'ACTIVE', expiresAt: newExpiry, registryExpiresAt: newExpiry },
      ...{ renewingId: null, nextTransitionAt: newExpiry },
    })
    expect(await itemOf(item.id)).toMatchObject({
      state: 'DONE',
      oldExpiresAt: EXPIRY,
      newExpiresAt: newExpiry,
    })
    const told = await db().message.findFirstOrThrow({ where: { subjectId: id, template: 'name-renewed' } })
    expect(told.params).toMatchObject({ before: EXPIRY.toISOString(), expires: newExpiry.toISOString() })
    const invoice = await db().invoice.findUniqueOrThrow({
      where: { id: item.invoiceId ?? '' },
      include: { lines: true },
    })
    expect(invoice).toMatchObject({ status: 'PAID', total: 700_000n, lines: [{ kind: 'maintenance' }] })
    expect(await db().ledgerTransaction.count({ where: { idempotencyKey: `recognise:${invoice.id}` } })).toBe(
      1,
    )
  })

  test('R-VN-07 fifty deliveries of one payment at once renew once', async () => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    const body = await paymentFor(actor, items)
    await Promise.all(Array.from({ length: 50 }, () => webhook(body)))
    await Promise.all([send(id), send(id), send(id)])
    await send(id)
    expect((await renewCommands(id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'domain-renew DONE',
    ])
    expect(await under.registryExpiry(name)).toEqual(localTime('2028-06-01', '16:30', VN))
    expect(await freeCredit(actor)).toBe(0n)
  })

  test.each(['lose-answer', 'drop-before'])('an answer lost by %s settles once, by asking', async (kind) => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    await pay(actor, items)
    await under.fault(name, kind)
    await send(id)
    expect(await domainOf(id)).toMatchObject({ expiresAt: EXPIRY })
    await send(id)
    expect(await domainOf(id)).toMatchObject({
      renewingId: null,
      expiresAt: localTime('2028-06-01', '16:30', VN),
    })
    expect(await under.registryExpiry(name)).toEqual(localTime('2028-06-01', '16:30', VN))
  })

  test('queued anew after a restored backup: the registry has renewed it already', async () => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    await pay(actor, items)
    await under.fault(name, 'lose-answer')
    await send(id)
    await db().registryCommand.updateMany({ where: { subjectId: id }, data: { state: 'QUEUED' } })
    await send(id)
    expect(await under.registryExpiry(name)).toEqual(localTime('2028-06-01', '16:30', VN))
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'DONE' })
  })

  test('R-HO-10 refused by the registry: all that was paid is credit, and time goes on', async () => {
    const actor = await owner()
    const { id, name } = await under.name(actor, 'vn', EXPIRY)
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    await pay(actor, items)
    await under.fault(name, 'refuse')
    await send(id)
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'REFUSED' })
    expect(await freeCredit(actor)).toBe(350_000n)
    expect(await domainOf(id)).toMatchObject({ status: 'ACTIVE', renewingId: null, nextTransitionAt: EXPIRY })
    expect(await messagesOf(id)).toEqual(['renewal-refused'])
  })
})
