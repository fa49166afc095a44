import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import '@/lib/wiring'
import { chargeCardJob } from '@/lib/billing/charge/charge-card.job'
import { checkBooks } from '@/lib/billing/ledger/check'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { nameFor, setNow } from '../names-under-test'
import { askRenewal } from './ask.command'
import { setAutoRenew } from './auto-renew.command'
import { chargeDue } from './charge.job'

const VN = 'Asia/Ho_Chi_Minh'
const EXPIRY = localTime('2028-06-20', '16:30', VN)
const on = (day: string, time = '09:00') => localTime(`2028-${day}`, time, VN)
const [LONG_BEFORE, NOTICE, FIRST, SECOND, LAST] = [
  on('03-01'),
  on('06-06'),
  on('06-13'),
  on('06-15'),
  on('06-19'),
]

let database: TestDatabase
let holder: UserActor
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  holder = await person()
  await setNow(database, LONG_BEFORE)
})
afterAll(async () => {
  expect(await checkBooks(db())).toEqual([])
  await database.drop()
})

const set = (domainId: string, autoRenew: 'OFF' | 'CREDIT' | 'CARD', actor = holder) =>
  execute(setAutoRenew, { domainId, autoRenew }, { actor })

/** A name of the holder's that renews itself, set on at the present instant. */
async function named(autoRenew: 'OFF' | 'CREDIT' | 'CARD'): Promise<string> {
  const id = await nameFor({ zone: 'vn', expiresAt: EXPIRY, ownerId: holder.userId })
  if (autoRenew === 'CARD') await keepCard()
  if (autoRenew !== 'OFF') must(await set(id, autoRenew))
  return id
}

async function keepCard(): Promise<void> {
  await db().paymentMethod.create({
    data: {
      ...{ id: newId(), customerId: holder.userId, provider: 'sandbox', providerRef: newId() },
      ...{ cardEnd: '1111', createdAt: LONG_BEFORE },
    },
  })
}

async function turns(...at: readonly Date[]): Promise<void> {
  for (const instant of at) {
    await setNow(database, instant)
    await chargeDue.sweep()
  }
}

const told = async (domainId: string) => {
  const rows = await db().message.findMany({ where: { subjectId: domainId }, orderBy: { id: 'asc' } })
  return rows.map(({ template, params }) => ({ template, ...(params as object) }))
}
const templates = async (domainId: string) => (await told(domainId)).map(({ template }) => template)
const items = (domainId: string) =>
  db().renewalItem.findMany({
    where: { domainId },
    orderBy: { id: 'asc' },
    include: { renewal: true },
  })
const nextChargeAt = async (id: string) =>
  (await db().domain.findUniqueOrThrow({ where: { id } })).nextChargeAt
const chargesOf = (invoiceId: string | null) =>
  db().checkout.findMany({ where: { invoiceId: invoiceId ?? '', paymentMethodId: { not: null } } })

describe('turned off', () => {
  test('what it asked for by itself ends, with the charge that waits for the provider', async () => {
    const id = await named('CARD')
    await turns(NOTICE, FIRST)
    const [asked] = await items(id)
    const [charge] = await chargesOf(asked!.invoiceId)
    expect([asked?.state, charge?.status]).toEqual(['ASKED', 'OPENING'])
    must(await set(id, 'OFF'))
    expect(await items(id)).toMatchObject([{ state: 'VOID', reason: 'stopped' }])
    expect(await db().invoice.findMany({ where: { customerId: holder.userId } })).toMatchObject([
      { status: 'CREDITED' },
    ])
    // Nothing listens at the provider's address: a charge that was asked for would fail here.
    await chargeCardJob.run({ checkoutId: charge!.id })
    expect(await chargesOf(asked!.invoiceId)).toMatchObject([{ status: 'EXPIRED' }])
    expect(await nextChargeAt(id)).toBeNull()
    await turns(SECOND, LAST)
    expect(await items(id)).toHaveLength(1)
  })

  test('what was asked for by hand stays', async () => {
    const id = await named('CREDIT')
    must(await execute(askRenewal, { items: [{ domainId: id, years: 1 }] }, { actor: holder }))
    must(await set(id, 'OFF'))
    expect(await items(id)).toMatchObject([{ state: 'ASKED' }])
  })

  test('by nobody but the holder', async () => {
    const id = await named('CREDIT')
    expect(await set(id, 'OFF', await person())).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

test('from card to credit: the card is not charged any more, and what was told is told anew', async () => {
  const id = await named('CARD')
  await turns(NOTICE, FIRST)
  must(await set(id, 'CREDIT'))
  const [asked] = await items(id)
  expect(asked).toMatchObject({ state: 'ASKED' })
  expect(await chargesOf(asked!.invoiceId)).toMatchObject([{ status: 'EXPIRED' }])
  expect(await told(id)).toMatchObject([
    { template: 'auto-renewal-card', due: FIRST.toISOString() },
    { template: 'auto-renewal-credit', due: SECOND.toISOString() },
  ])
  expect(await nextChargeAt(id)).toEqual(SECOND)
})

describe('told before it is charged', () => {
  test.each([
    ['after the day of the notice', on('06-08'), FIRST],
    ['early on a day of the plan', on('06-13', '07:00'), SECOND],
  ])('turned on %s: told at once, charged on the next day of the plan', async (_when, now, due) => {
    await setNow(database, now)
    const id = await named('CREDIT')
    expect(await told(id)).toMatchObject([
      { template: 'auto-renewal-credit', due: due.toISOString(), minor: '350000', currency: 'VND' },
    ])
    expect(await nextChargeAt(id)).toEqual(due)
    await turns(new Date(due.getTime() - 60_000))
    expect(await items(id)).toEqual([])
    await turns(due)
    expect(await templates(id)).toEqual(['auto-renewal-credit', 'auto-renewal-uncovered'])
  })

  test('turned on when no day is left: told that nothing is charged, and nothing is', async () => {
    await setNow(database, LAST)
    const id = await named('CREDIT')
    expect(await templates(id)).toEqual(['auto-renewal-not-charged'])
    await turns(on('06-20'))
    expect(await items(id)).toEqual([])
  })

  test('turned off and on again, it is told again', async () => {
    const id = await named('CREDIT')
    await turns(NOTICE)
    must(await set(id, 'OFF'))
    await turns(on('06-14'))
    must(await set(id, 'CREDIT'))
    expect(await told(id)).toMatchObject([{ due: FIRST.toISOString() }, { due: SECOND.toISOString() }])
  })

  test.each([
    ['past the last try', LAST],
    ['past the expiry', on('06-25')],
  ])('a standstill %s: told that nothing was charged', async (_until, now) => {
    const id = await named('CREDIT')
    await turns(now)
    expect(await templates(id)).toEqual(['auto-renewal-not-charged'])
    expect(await items(id)).toEqual([])
    expect(await nextChargeAt(id)).toBeNull()
  })
})

describe('a turn that is not taken', () => {
  test('R-NS-37 suspended for a violation: told why once; afterwards told before it is charged', async () => {
    const id = await named('CREDIT')
    await db().domain.update({ where: { id }, data: { violationSince: LONG_BEFORE } })
    await turns(NOTICE, FIRST)
    expect(await told(id)).toMatchObject([{ template: 'auto-renewal-refused', why: 'renew_violation' }])
    await db().domain.update({ where: { id }, data: { violationSince: null } })
    await turns(SECOND)
    expect(await items(id)).toEqual([])
    expect(await templates(id)).toEqual(['auto-renewal-refused', 'auto-renewal-credit'])
    await turns(on('06-17'))
    expect(await items(id)).toMatchObject([{ state: 'ASKED' }])
  })

  test('R-VN-03 in a transfer to the end: told why once, and in the end that nothing was charged', async () => {
    const id = await named('CREDIT')
    const { nameAscii } = await db().domain.findUniqueOrThrow({ where: { id } })
    await db().nameFact.create({ data: { nameAscii, kind: 'transfer', since: LONG_BEFORE } })
    await turns(NOTICE, FIRST, SECOND, LAST)
    expect(await told(id)).toMatchObject([
      { template: 'auto-renewal-refused', why: 'renew_in_transfer' },
      { template: 'auto-renewal-not-charged' },
    ])
  })

  test("the holder's own unpaid renewal is not replaced: it waits for their payment, told once", async () => {
    const id = await named('CARD')
    await turns(NOTICE)
    const own = must(await execute(askRenewal, { items: [{ domainId: id, years: 2 }] }, { actor: holder }))
    await turns(FIRST, SECOND, LAST)
    expect(await items(id)).toMatchObject([{ state: 'ASKED', renewalId: own.renewalId, years: 2 }])
    expect(await told(id)).toMatchObject([
      { template: 'auto-renewal-card' },
      { template: 'auto-renewal-waits', path: `/renewals/${own.renewalId}` },
    ])
  })

  test('R-NS-34 given back with the desk’s consent, it is not charged', async () => {
    const id = await named('CREDIT')
    await db().nameOrder.create({
      data: {
        ...{ id: newId(), domainId: id, kind: 'return', atOnce: false, reason: 'return', state: 'WAITING' },
        ...{ requestedBy: `user:${holder.userId}`, requestedAt: LONG_BEFORE, dueAt: on('06-30') },
      },
    })
    await turns(NOTICE, FIRST, SECOND, LAST)
    expect([await items(id), await told(id)]).toEqual([[], []])
  })
})
