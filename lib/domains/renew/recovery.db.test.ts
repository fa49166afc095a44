import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import '@/lib/wiring'
import { deliver, openCheckoutOf, statusOf, webhookBody } from '@/lib/billing/billing-under-test'
import { payFromCredit } from '@/lib/billing/invoice/pay-from-credit.command'
import { checkBooks } from '@/lib/billing/ledger/check'
import { creditView } from '@/lib/billing/refund/credit.query'
import { requestPayout } from '@/lib/billing/refund/payout.command'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { nameFor, setNow } from '../names-under-test'
import { refuseRenewal } from './answer'
import { askRenewal } from './ask.command'

const NOW = new Date('2027-06-01T03:00:00Z')
const before = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

let database: TestDatabase
let holder: UserActor
beforeAll(async () => {
  database = await testDatabase()
  await setNow(database, NOW)
})
beforeEach(async () => {
  holder = { ...(await person()), steppedUpAt: systemClock.now() }
})
afterAll(async () => {
  expect(await checkBooks(db())).toEqual([])
  await database.drop()
})

/** The unpaid renewal of a name that expires so many days from now. */
async function asked(days: number, years = 1) {
  const domainId = await nameFor({ zone: 'com', expiresAt: before(-days), ownerId: holder.userId })
  const { renewalId } = must(await execute(askRenewal, { items: [{ domainId, years }] }, { actor: holder }))
  const item = await db().renewalItem.findFirstOrThrow({ where: { renewalId } })
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: item.invoiceId ?? '' } })
  return { domainId, item, invoice }
}

async function pay(invoice: { id: string; total: bigint; currency: string }): Promise<void> {
  const reference = await openCheckoutOf(invoice.id)
  must(await deliver(webhookBody({ reference, amount: invoice.total, currency: invoice.currency })))
}

/** A recovery that was paid and that the registry refuses, beside a renewal left unpaid before. */
async function failedRecovery() {
  const abandoned = await asked(200)
  const recovery = await asked(-50)
  expect(recovery.item.phase).toBe('redemption')
  await pay(recovery.invoice)
  must(
    await inUnitOfWork({ actor: { kind: 'registry' }, requestId: newId() }, (uow) =>
      refuseRenewal(uow, recovery.domainId, 'not restorable'),
    ),
  )
  return { abandoned, recovery }
}

const viewed = async () => {
  const { balances, kept } = await creditView(holder.userId)
  return { free: balances[0]?.minor, kept: kept[0]?.minor ?? 0n }
}

test('R-HO-10 a failed recovery is free credit: no other invoice is paid from it, and the holder is told', async () => {
  const { abandoned, recovery } = await failedRecovery()
  const { total, currency } = recovery.invoice
  expect(total).toBeGreaterThan(abandoned.invoice.total)
  expect(await statusOf(recovery.invoice.id)).toBe('CREDITED')
  expect(await statusOf(abandoned.invoice.id)).toBe('ISSUED')
  expect(await viewed()).toEqual({ free: total, kept: total })
  expect(await db().message.findMany({ where: { subjectId: recovery.domainId } })).toMatchObject([
    {
      template: 'recovery-refused',
      params: { reason: 'not restorable', minor: String(total), currency, path: '/credit' },
    },
  ])
})

test('R-HO-10 nor by a payment that comes later; what is paid on the page is paid', async () => {
  const { abandoned, recovery } = await failedRecovery()
  const other = await asked(100, 9)
  expect(other.invoice.total).toBeGreaterThan(recovery.invoice.total)
  await pay(other.invoice)
  expect(await statusOf(other.invoice.id)).toBe('PAID')
  expect(await statusOf(abandoned.invoice.id)).toBe('ISSUED')
  expect(await viewed()).toEqual({ free: recovery.invoice.total, kept: recovery.invoice.total })
})

test('R-HO-10 the holder has an open invoice paid from it, or has it paid out', async () => {
  const { abandoned, recovery } = await failedRecovery()
  const invoiceIds = [abandoned.invoice.id]
  expect(await execute(payFromCredit, { invoiceIds }, { actor: await person() })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(must(await execute(payFromCredit, { invoiceIds }, { actor: holder }))).toEqual({ paid: true })
  must(await execute(payFromCredit, { invoiceIds }, { actor: holder }))
  const left = recovery.invoice.total - abandoned.invoice.total
  expect(await statusOf(abandoned.invoice.id)).toBe('PAID')
  expect(await viewed()).toEqual({ free: left, kept: left })
  const input = { amount: String(left), currency: recovery.invoice.currency }
  must(await execute(requestPayout, input, { actor: holder }))
  expect(await viewed()).toEqual({ free: 0n, kept: 0n })
  const dear = await asked(300, 3)
  expect(await execute(payFromCredit, { invoiceIds: [dear.invoice.id] }, { actor: holder })).toMatchObject({
    refusal: { code: 'credit-covers-not' },
  })
})
