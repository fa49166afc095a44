import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { must, ok, refuse } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import {
  as,
  customer,
  deliver,
  freeCredit,
  issue,
  openCheckoutOf,
  PROVIDER,
  statusOf,
  takeBack,
  webhookBody,
} from './billing-under-test'
import { invoiceListView, invoiceView } from './invoice/invoice.query'
import { issueInvoice } from './invoice/issue'
import { checkBooks } from './ledger/check'
import { recognise } from './ledger/recognise'
import { creditView } from './refund/credit.query'
import { requestPayout, settlePayout } from './refund/payout.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => handle('invoice.paid', async () => ok()))
afterAll(() => database.drop())

async function pay(invoiceId: string, amount: number | bigint): Promise<void> {
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount })))
}

test('R-NS-24 numbers have no gap, whoever issues at once and whatever is rolled back', async () => {
  const before = await db().invoice.count()
  const issued = Array.from({ length: 30 }, () => issue(customer(), 100))
  const undone = Array.from({ length: 10 }, () =>
    inUnitOfWork({ actor: PROVIDER, requestId: newId() }, async (uow) => {
      const lines = [{ kind: 'maintenance', params: {}, amount: money(5, 'VND'), source: 'R-VN-08' }]
      await issueInvoice(uow, { customerId: newId(), subjectType: 'dossier', subjectId: newId(), lines })
      return refuse('not-now')
    }),
  )
  const numbers = (await Promise.all(issued)).map((invoice) => invoice.number).sort()
  await Promise.all(undone)
  expect(await db().invoice.count()).toBe(before + 30)
  const first = Number(numbers[0]?.slice(-6))
  expect(numbers.map((number) => Number(number.slice(-6)))).toEqual(
    numbers.map((_number, index) => first + index),
  )
  expect(numbers[0]).toMatch(/^T\d{4}-\d{6}$/)
  expect(await checkBooks(db())).toEqual([])
})

test('an invoice without a positive total is a bug', async () => {
  await expect(issue(customer(), 0)).rejects.toThrow('more than nothing')
})

test('credit note: once, with its own number, and what was paid is credit that pays the next', async () => {
  const actor = customer()
  const { invoiceId } = await issue(actor, 100)
  await pay(invoiceId, 100)
  const waiting = await issue(actor, 100)
  await Promise.all([takeBack(actor, invoiceId), takeBack(actor, invoiceId)])
  expect([await statusOf(invoiceId), await statusOf(waiting.invoiceId)]).toEqual(['CREDITED', 'PAID'])
  const notes = await db().creditNote.findMany({ where: { invoiceId } })
  expect(notes).toMatchObject([{ amount: 100n, number: expect.stringMatching(/^C\d{4}-\d{6}$/) }])
  expect(await freeCredit(actor)).toBe(0n)
  expect(await checkBooks(db())).toEqual([])
})

describe('views', () => {
  test('an invoice shows all that happened to it, to its customer only', async () => {
    const actor = customer()
    const { invoiceId } = await issue(actor, 100)
    await pay(invoiceId, 60)
    const view = must(await invoiceView(actor.userId, invoiceId))
    expect(view).toMatchObject({
      status: 'ISSUED',
      due: money(40, 'VND'),
      lines: [{ kind: 'maintenance', amount: money(100, 'VND'), source: 'R-VN-08' }],
      checkouts: [{ status: 'COMPLETED', url: null }],
      payments: [{ amount: money(60, 'VND') }],
      creditNote: null,
    })
    expect(await invoiceView(newId(), invoiceId)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await invoiceView(actor.userId, 'x')).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('pages of twenty, newest first, complete and without repeats', async () => {
    const actor = customer()
    for (let count = 0; count < 45; count++) await issue(actor, 100 + count)
    const seen: bigint[] = []
    for (let from: string | null = null, pages = 0; pages < 10; pages++) {
      const cursor = from ? { direction: 'after' as const, id: from } : undefined
      const page: Awaited<ReturnType<typeof invoiceListView>> = await invoiceListView(actor.userId, {
        cursor,
      })
      seen.push(...page.items.map((invoice) => invoice.total.minor))
      from = page.next
      if (!from) break
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_none, index) => BigInt(144 - index)))
  })
})

describe('view of credit', () => {
  test('shows its movements, and their sum is the balance', async () => {
    const actor = customer()
    for (let count = 0; count < 12; count++) await pay((await issue(actor, 100)).invoiceId, 110)
    must(await execute(requestPayout, { amount: '5', currency: 'VND' }, { actor }))
    const first = await creditView(actor.userId)
    const second = await creditView(actor.userId, first.next ?? '')
    const movements = [...first.movements, ...second.movements]
    expect([first.movements.length, second.next]).toEqual([20, null])
    expect(movements.reduce((sum, movement) => sum + movement.amount.minor, 0n)).toBe(
      first.balances[0]?.minor,
    )
    expect(movements[0]).toMatchObject({ kind: 'payout-requested', amount: money(-5, 'VND') })
    expect(first.payouts).toMatchObject([{ status: 'REQUESTED', amount: money(5, 'VND') }])
    expect(await creditView(newId())).toMatchObject({ balances: [], movements: [], payouts: [] })
  })
})

type Step =
  | { readonly do: 'issue' | 'pay'; readonly amount: number; readonly pick: number }
  | {
      readonly do: 'credit' | 'recognise' | 'payout' | 'settle-payout'
      readonly amount: number
      readonly pick: number
    }

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('issue', 'issue', 'pay', 'pay', 'credit', 'recognise', 'payout', 'settle-payout'),
  amount: fc.integer({ min: 1, max: 300 }),
  pick: fc.nat(20),
})

async function take(actor: UserActor, { do: what, amount, pick }: Step): Promise<void> {
  const invoices = await db().invoice.findMany({
    where: { customerId: actor.userId },
    orderBy: { id: 'asc' },
  })
  const invoice = invoices[pick % Math.max(invoices.length, 1)]
  const payouts = await db().payout.findMany({ where: { customerId: actor.userId } })
  const payout = payouts[pick % Math.max(payouts.length, 1)]
  if (what === 'issue') await issue(actor, amount)
  if (what === 'pay' && invoice) await pay(invoice.id, amount)
  if (what === 'credit' && invoice) await takeBack(actor, invoice.id)
  if (what === 'recognise' && invoice) await as(PROVIDER, (uow) => recognise(uow, invoice))
  if (what === 'payout') await execute(requestPayout, { amount: `${amount}`, currency: 'VND' }, { actor })
  if (what === 'settle-payout' && payout) {
    const outcome = amount % 2 ? 'done' : 'refused'
    await execute(settlePayout, { payoutId: payout.id, outcome, providerRef: 'po' }, { actor: PROVIDER })
  }
}

test.each(['one after another', 'all at once'])('whatever happens %s, the books are right', async (how) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const actor = customer()
      if (how === 'all at once') {
        await issue(actor, 100)
        await Promise.all(steps.map((one) => take(actor, one)))
      } else for (const one of steps) await take(actor, one)
      expect(await checkBooks(db())).toEqual([])
      // Credit never lies idle while it covers an open invoice, and never goes below zero.
      const free = await freeCredit(actor)
      expect(free).toBeGreaterThanOrEqual(0n)
      const open = { customerId: actor.userId, status: 'ISSUED' as const, total: { lte: free } }
      expect(await db().invoice.count({ where: open })).toBe(0)
    }),
    { numRuns: 12 },
  )
})
