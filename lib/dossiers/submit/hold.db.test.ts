import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { checkBooks } from '@/lib/billing/ledger/check'
import { nextWorkSlot } from '@/lib/kernel/calendar'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { completeDraft, file, freshName, person, registrySays, reviewAndAccept } from '../dossiers-under-test'
import { lapseDossier, withdrawDossier } from './follow.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
})
afterAll(() => database.drop())

async function filed() {
  const owner = await person()
  const dossierId = await completeDraft(owner, freshName())
  const { invoiceId } = must(await file(owner, dossierId))
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  return { owner, dossierId, invoice }
}

/** Pays an invoice wholly, as the provider's webhook tells it. */
async function pay(invoice: { id: string; total: bigint }): Promise<void> {
  const reference = await openCheckoutOf(invoice.id)
  must(await deliver(webhookBody({ reference, amount: invoice.total })))
}

const domainOf = (dossierId: string) => db().domain.findUnique({ where: { dossierId } })

describe('R-NS-08 valid and paid, whichever comes last, places the hold at once', () => {
  test('R-NS-08 R-NS-32 R-NS-33 accepted, then paid: allotment 24 hours later in the next work slot', async () => {
    const { dossierId, invoice } = await filed()
    await reviewAndAccept(await person('AGENT'), dossierId)
    expect(await domainOf(dossierId)).toBeNull()
    await pay(invoice)
    const domain = await domainOf(dossierId)
    expect(domain?.status).toBe('HELD')
    const dueAt = new Date((domain?.heldAt.getTime() ?? 0) + 24 * 3_600_000)
    expect(domain?.allotmentDueAt).toEqual(dueAt)
    expect(domain?.allotmentSlotAt).toEqual(nextWorkSlot(dueAt, calendarOf(zoneById('vn'))).at)
    expect(domain?.nextTransitionAt).toEqual(domain?.allotmentSlotAt)
  })

  test('R-NS-08 paid, then accepted', async () => {
    const { dossierId, invoice } = await filed()
    await pay(invoice)
    expect(await domainOf(dossierId)).toBeNull()
    await reviewAndAccept(await person('AGENT'), dossierId)
    expect(await domainOf(dossierId)).toMatchObject({ status: 'HELD' })
  })

  test('R-NS-08 the name is checked again: the check is in the journal with the hold', async () => {
    const { dossierId, invoice } = await filed()
    await reviewAndAccept(await person('AGENT'), dossierId)
    await pay(invoice)
    const domain = await domainOf(dossierId)
    const rows = await db().registryCommand.findMany({ where: { subjectId: domain?.id } })
    expect(rows.map((row) => [row.kind, row.state])).toEqual([['domain-check', 'QUEUED']])
  })

  test('R-HO-03 200 payments of one invoice at once: one hold, every surplus a credit', async () => {
    const { owner, dossierId, invoice } = await filed()
    await reviewAndAccept(await person('AGENT'), dossierId)
    const reference = await openCheckoutOf(invoice.id)
    const bodies = Array.from({ length: 200 }, () => webhookBody({ reference, amount: invoice.total }))
    const answers = await Promise.all(bodies.map(deliver))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(await db().domain.count({ where: { dossierId } })).toBe(1)
    expect(await db().payment.count({ where: { customerId: owner.userId } })).toBe(200)
    const [credit] = await database.query(
      `SELECT coalesce(sum(CASE WHEN to_id = a.id THEN amount ELSE -amount END), 0) AS free
       FROM ledger_account a JOIN posting p ON a.id IN (p.from_id, p.to_id) WHERE a.code = $1`,
      [`credit:${owner.userId}`],
    )
    expect(BigInt(String(credit?.free))).toBe(invoice.total * 199n)
    expect(await checkBooks(db())).toEqual([])
  })
})

test('a dossier accepted but unpaid for three days lapses; paid in time it does not', async () => {
  const { dossierId } = await filed()
  await reviewAndAccept(await person('AGENT'), dossierId)
  const accepted = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  const days =
    ((accepted.nextTransitionAt?.getTime() ?? 0) - (accepted.decidedAt?.getTime() ?? 0)) / 86_400_000
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThanOrEqual(4)
  await db().dossier.update({ where: { id: dossierId }, data: { nextTransitionAt: new Date('2026-01-01') } })
  must(await execute(lapseDossier, { dossierId }, { actor: { kind: 'clock' } }))
  expect(await db().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'LAPSED' })
})

test('R-NS-08 a held name cannot be withdrawn any more', async () => {
  const { owner, dossierId, invoice } = await filed()
  await pay(invoice)
  await reviewAndAccept(await person('AGENT'), dossierId)
  expect(await execute(withdrawDossier, { dossierId }, { actor: owner })).toMatchObject({
    refusal: { code: 'name-held', rule: 'R-NS-08' },
  })
})

test('a paid application that is withdrawn leaves its money as credit, which pays the next invoice by itself', async () => {
  const { owner, dossierId, invoice } = await filed()
  await pay(invoice)
  must(await execute(withdrawDossier, { dossierId }, { actor: owner }))
  const next = await completeDraft(owner, freshName())
  const { invoiceId } = must(await file(owner, next))
  expect(await db().invoice.findUnique({ where: { id: invoiceId } })).toMatchObject({ status: 'PAID' })
  expect((await db().dossier.findUnique({ where: { id: next } }))?.paidAt).not.toBeNull()
  expect(await checkBooks(db())).toEqual([])
})
