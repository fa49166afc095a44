import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { allotDue } from '@/lib/domains/register/allot.job'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { DECLARATION, file, freshName, person, registrySays } from '../dossiers-under-test'
import { startDossier } from '../declare/draft.command'
import { takeNext } from '../review/take.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
})
afterAll(() => database.drop())

test('R-HO-02 R-HO-03 an extension without documents needs no review: paid, the name goes to the registry at once', async () => {
  const owner = await person()
  const { dossierId } = must(await execute(startDossier, { name: freshName('com') }, { actor: owner }))
  await db().dossier.update({ where: { id: dossierId }, data: { declaration: DECLARATION, years: 2 } })
  const { invoiceId } = must(await file(owner, dossierId))
  expect(await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({
    status: 'ACCEPTED',
  })
  expect(await execute(takeNext, {}, { actor: await person('AGENT') })).toMatchObject({
    refusal: { code: 'queue-empty' },
  })
  expect(await db().domain.findUnique({ where: { dossierId } })).toBeNull()
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  expect(invoice.currency).toBe('USD')
  must(
    await deliver(
      webhookBody({ reference: await openCheckoutOf(invoiceId), amount: invoice.total, currency: 'USD' }),
    ),
  )
  const held = await db().domain.findUniqueOrThrow({ where: { dossierId } })
  expect(held.allotmentSlotAt).toEqual(held.heldAt)
  await allotDue.sweep()
  expect(await db().domain.findUniqueOrThrow({ where: { dossierId } })).toMatchObject({
    status: 'REGISTERING',
  })
})

test('R-HK-10 an extension that asks for documents waits for its review', async () => {
  const owner = await person()
  const { dossierId } = must(await execute(startDossier, { name: freshName('hk') }, { actor: owner }))
  await db().dossier.update({ where: { id: dossierId }, data: { declaration: DECLARATION, years: 2 } })
  expect(await file(owner, dossierId)).toMatchObject({
    refusal: { code: 'document-missing', rule: 'R-HK-10' },
  })
})
