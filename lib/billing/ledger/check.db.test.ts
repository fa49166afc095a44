import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  as,
  customer,
  deliver,
  issue,
  openCheckoutOf,
  PROVIDER,
  takeBack,
  webhookBody,
} from '../billing-under-test'
import { attributePayment } from '../receive/decide.command'
import { markPayoutSent, requestPayout, settlePayout } from '../refund/payout.command'
import { checkBooks } from './check'
import { recognise } from './recognise'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  handle('invoice.paid', async () => ok())
  await seed()
})
afterAll(() => database.drop())
beforeEach(async () => expect(await checkBooks(db())).toEqual([]))

async function pay(invoiceId: string, amount: number): Promise<void> {
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount })))
}

/** One of everything: open, paid, earned, credited before and after, surplus, payouts, paid in, unknown money. */
async function seed(): Promise<void> {
  const actor = customer()
  await issue(actor, 777)
  const subjectId = newId()
  const earned = await issue(actor, 100, subjectId)
  await pay(earned.invoiceId, 100)
  await as(PROVIDER, (uow) => recognise(uow, { subjectType: 'dossier', subjectId }))
  await as(PROVIDER, (uow) => recognise(uow, { subjectType: 'dossier', subjectId }))
  const late = newId()
  const taken = await issue(actor, 50, late)
  await pay(taken.invoiceId, 50)
  await as(PROVIDER, (uow) => recognise(uow, { subjectType: 'dossier', subjectId: late }))
  await takeBack(actor, taken.invoiceId)
  const unpaid = await issue(actor, 600)
  await takeBack(actor, unpaid.invoiceId)
  await takeBack(actor, unpaid.invoiceId)
  const surplus = await issue(actor, 200)
  await pay(surplus.invoiceId, 260)
  for (const outcome of ['done', 'refused'] as const) {
    const { payoutId } = must(await execute(requestPayout, { amount: '40', currency: 'VND' }, { actor }))
    must(await execute(markPayoutSent, { payoutId }, { actor: PROVIDER }))
    const answer = { payoutId, outcome, providerRef: 'po' }
    must(await execute(settlePayout, answer, { actor: PROVIDER }))
    must(await execute(settlePayout, answer, { actor: PROVIDER }))
  }
  const topUp = { id: newId(), customerId: actor.userId, provider: 'sandbox', status: 'OPEN' as const }
  await db().checkout.create({ data: { ...topUp, amount: 30n, currency: 'VND', createdAt: new Date(0) } })
  must(await deliver(webhookBody({ reference: topUp.id, amount: 30 })))
  must(await deliver(webhookBody({ reference: 'unknown', amount: 9 })))
  const stray = must(await deliver(webhookBody({ reference: 'unknown', amount: 11 })))
  const { number } = await db().invoice.findFirstOrThrow({ where: { customerId: actor.userId } })
  const operator = { ...actor, roles: ['OPERATOR'], secondFactor: true } as const
  must(await execute(attributePayment, { ...stray, number, reason: 'phoned' }, { actor: operator }))
}

const anyPosting = (kind: string) =>
  `(SELECT p.id FROM posting p JOIN ledger_transaction t ON t.id = p.transaction_id WHERE t.kind = '${kind}' LIMIT 1)`
const KINDS = [
  ...['invoice-issued', 'invoice-paid', 'invoice-credited', 'payment', 'payout-requested', 'payout-done'],
  ...['payout-refused', 'revenue-recognised', 'unattributed', 'unattributed-credited', 'top-up'],
]

const MUTANTS: readonly (readonly [string, string])[] = [
  ...KINDS.map(
    (kind) =>
      [`${kind}: amount`, `UPDATE posting SET amount = amount + 1 WHERE id = ${anyPosting(kind)}`] as const,
  ),
  ...KINDS.map((kind) => [`${kind}: dropped`, `DELETE FROM posting WHERE id = ${anyPosting(kind)}`] as const),
  ...KINDS.map(
    (kind) =>
      [
        `${kind}: reversed`,
        `UPDATE posting SET from_id = to_id, to_id = from_id WHERE id = ${anyPosting(kind)}`,
      ] as const,
  ),
  ...KINDS.filter((kind) => kind !== 'revenue-recognised').map(
    (kind) =>
      [
        `${kind}: key`,
        `UPDATE ledger_transaction SET idempotency_key = 'other' WHERE id = (SELECT transaction_id FROM posting WHERE id = ${anyPosting(kind)})`,
      ] as const,
  ),
  [
    'a booking twice',
    `INSERT INTO posting SELECT '${newId()}', transaction_id, from_id, to_id, amount, currency FROM posting WHERE id = ${anyPosting('payment')}`,
  ],
  [
    'a booking of nobody',
    `WITH t AS (INSERT INTO ledger_transaction SELECT '${newId()}', at, kind, subject_type, subject_id, 'forged' FROM ledger_transaction LIMIT 1 RETURNING id)
    INSERT INTO posting SELECT '${newId()}', (SELECT id FROM t), from_id, to_id, 5, currency FROM posting LIMIT 1`,
  ],
  ['a posting in a circle', `UPDATE posting SET to_id = from_id WHERE id = ${anyPosting('payment')}`],
  [
    'an orphan posting',
    `UPDATE posting SET transaction_id = '${newId()}' WHERE id = ${anyPosting('payment')}`,
  ],
  ['another currency', `UPDATE posting SET currency = 'EUR' WHERE id = ${anyPosting('payment')}`],
  ['another owner', `UPDATE ledger_account SET owner_id = '${newId()}' WHERE code LIKE 'credit:%'`],
  [
    'a recognition gone after credit',
    "DELETE FROM ledger_transaction WHERE kind = 'revenue-recognised' AND subject_id IN (SELECT id FROM invoice WHERE status = 'CREDITED')",
  ],
  ['an invoice’s total', "UPDATE invoice SET total = total + 1 WHERE status = 'ISSUED'"],
  [
    'an invoice’s line',
    'UPDATE invoice_line SET amount = amount + 1 WHERE invoice_id = (SELECT invoice_id FROM invoice_line LIMIT 1)',
  ],
  ['paid by hand', "UPDATE invoice SET status = 'PAID' WHERE status = 'ISSUED'"],
  ['open again', "UPDATE invoice SET status = 'ISSUED' WHERE status = 'PAID'"],
  ['never paid', "UPDATE invoice SET paid_at = NULL WHERE status = 'PAID'"],
  ['another customer', `UPDATE invoice SET customer_id = '${newId()}' WHERE status = 'ISSUED'`],
  ['a gap in the invoices', "DELETE FROM invoice WHERE status = 'ISSUED'"],
  ['a number used up', 'UPDATE number_series SET next = next + 1'],
  ['a credit note gone', 'DELETE FROM credit_note WHERE id = (SELECT id FROM credit_note LIMIT 1)'],
  ['a credit note’s amount', 'UPDATE credit_note SET amount = amount + 1'],
  ['a payment gone', 'DELETE FROM payment WHERE id = (SELECT id FROM payment LIMIT 1)'],
  [
    'a payment’s amount',
    'UPDATE payment SET amount = amount + 1 WHERE id = (SELECT id FROM payment LIMIT 1)',
  ],
  ['a payment of somebody else', `UPDATE payment SET customer_id = '${newId()}'`],
  ['a checkout reopened', "UPDATE checkout SET status = 'OPEN' WHERE status = 'COMPLETED'"],
  [
    'a checkout completed by hand',
    `INSERT INTO checkout SELECT '${newId()}', id, 'sandbox', NULL, NULL, total, currency, 'COMPLETED', issued_at, NULL FROM invoice LIMIT 1`,
  ],
  [
    'more kept free than there is',
    "INSERT INTO kept_credit SELECT owner_id, currency, 1000000 FROM ledger_account WHERE code LIKE 'credit:%' LIMIT 1",
  ],
  [
    'a payment in that somebody else gets',
    `UPDATE checkout SET customer_id = '${newId()}' WHERE customer_id IS NOT NULL`,
  ],
  ['a payout’s amount', 'UPDATE payout SET amount = amount + 1'],
  ['a payout done by hand', "UPDATE payout SET status = 'DONE' WHERE status = 'REFUSED'"],
  ['unknown money forgotten', "UPDATE provider_event SET outcome = 'ignored' WHERE outcome = 'unattributed'"],
  [
    'unknown money returned by hand',
    "UPDATE provider_event SET outcome = 'returned' WHERE outcome = 'unattributed'",
  ],
  [
    'attributed money undecided',
    "UPDATE provider_event SET outcome = 'unattributed' WHERE outcome = 'attributed'",
  ],
  [
    'money attributed to another invoice',
    "UPDATE provider_event SET invoice_id = gen_random_uuid() WHERE outcome = 'attributed'",
  ],
]

class Undo extends Error {}

/** Breaks the books in a transaction that is undone, with the database's own guards out of the way. */
test.each(MUTANTS)('the check finds %s', async (_what, sql) => {
  const broken = db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    for (const table of ['posting', 'invoice', 'payment', 'checkout', 'payout']) {
      const name = `${table}_positive`
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name}`)
    }
    await tx.$executeRaw`ALTER TABLE posting DROP CONSTRAINT posting_moves`
    expect(await tx.$executeRawUnsafe(sql)).toBeGreaterThan(0)
    expect(await checkBooks(tx)).not.toEqual([])
    throw new Undo()
  })
  await expect(broken).rejects.toThrow(Undo)
})

test('the database itself refuses to change what is booked', async () => {
  for (const table of ['posting', 'ledger_transaction', 'payment', 'credit_note', 'invoice_line']) {
    await expect(database.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: 'TN003' })
  }
  await expect(database.query('UPDATE invoice SET total = 1')).rejects.toMatchObject({ code: 'TN004' })
})
