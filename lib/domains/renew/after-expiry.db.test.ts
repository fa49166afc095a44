import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver as webhook, freeCredit } from '@/lib/billing/billing-under-test'
import { credit } from '@/lib/billing/ledger/accounts'
import { balanceOf } from '@/lib/billing/ledger/book'
import { checkBooks } from '@/lib/billing/ledger/check'
import { localTime } from '@/lib/kernel/days'
import { db } from '@/lib/platform/db'
import { sweepDue } from '../sweep/sweep.job'
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
import { voidDue } from './void.job'

const VN = 'Asia/Ho_Chi_Minh'
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

describe('after the expiry', () => {
  const COM = new Date('2027-05-10T12:00:00Z')

  test('R-HO-04 R-NS-29 in grace: the surcharge is invoiced, and a suspended name resolves again', async () => {
    await under.setNow(new Date('2027-04-01T08:00:00Z'))
    const actor = await owner()
    const expiresAt = new Date('2027-04-05T10:00:00Z')
    const { id, name } = await under.name(actor, 'ro', expiresAt)
    await under.setNow(new Date('2027-04-06T16:00:00Z'))
    await sweepDue.sweep()
    await db().registryCommand.updateMany({ where: { subjectId: id }, data: { dueAt: null } })
    await send(id)
    expect(await domainOf(id)).toMatchObject({ status: 'SUSPENDED' })
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    const invoice = await db().invoice.findUniqueOrThrow({
      where: { id: items[0]?.invoiceId ?? '' },
      include: { lines: { orderBy: { position: 'asc' } } },
    })
    expect(invoice.lines.map(({ kind }) => kind)).toEqual(['maintenance', 'reactivation'])
    await pay(actor, items)
    await send(id)
    expect(await domainOf(id)).toMatchObject({
      status: 'ACTIVE',
      expiresAt: new Date('2028-04-05T10:00:00Z'),
    })
    const info = await under.gateway.infoDomain(name)
    expect(info.kind === 'done' && info.value.statuses.includes('clientHold')).toBe(false)
  })

  /** A .com name in its redemption, deleted at the registry. */
  async function inRedemption() {
    await under.setNow(new Date('2027-05-01T08:00:00Z'))
    const actor = await owner()
    const { id, name } = await under.name(actor, 'com', COM)
    await under.setNow(new Date('2027-06-20T22:00:00Z'))
    while ((await sweepDue.sweep()) > 0);
    await db().registryCommand.updateMany({ where: { subjectId: id }, data: { dueAt: null } })
    await send(id)
    expect(await domainOf(id)).toMatchObject({ status: 'REDEMPTION' })
    return { actor, id, name }
  }

  test.each([undefined, 'lose-answer', 'drop-before'])(
    'R-HO-10 in redemption (%s): restored with its report, renewed, its fee quoted before',
    async (kind) => {
      const { actor, id, name } = await inRedemption()
      const { items } = await ask(actor, [{ domainId: id, years: 1 }])
      expect(items[0]).toMatchObject({ phase: 'redemption' })
      await pay(actor, items)
      if (kind) await under.fault(name, kind)
      for (let tries = 0; tries < 4; tries++) await send(id)
      expect(await domainOf(id)).toMatchObject({
        status: 'ACTIVE',
        expiresAt: new Date('2028-05-10T12:00:00Z'),
      })
      const info = await under.gateway.infoDomain(name)
      expect(info).toMatchObject({ kind: 'done', value: { rgpStatuses: [] } })
    },
  )

  test('R-HO-10 beyond recovery at the registry: the redemption fee comes back too, and it stays deleted', async () => {
    const { actor, id, name } = await inRedemption()
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    const invoice = await db().invoice.findUniqueOrThrow({ where: { id: items[0]?.invoiceId ?? '' } })
    await under.registry.db.query(
      'UPDATE sandbox_registry.domain SET redemption_until = created_at WHERE name = $1',
      [name],
    )
    await pay(actor, items)
    await send(id)
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'REFUSED' })
    expect((await balanceOf(db(), credit(actor.userId), 'USD')).minor).toBe(invoice.total)
    const domain = await domainOf(id)
    expect(domain).toMatchObject({ status: 'REDEMPTION', renewingId: null })
    expect(domain.nextTransitionAt).not.toBeNull()
    expect(await messagesOf(id)).toContain('recovery-refused')
    expect(
      (await renewCommands(id)).filter(({ kind, state }) => kind === 'domain-renew' && state === 'DONE'),
    ).toEqual([])
  })

  test('a suspension that has not gone out yet does not go out any more', async () => {
    await under.setNow(new Date('2027-07-01T08:00:00Z'))
    const actor = await owner()
    const { id } = await under.name(actor, 'vn', localTime('2027-07-03', '09:00', VN))
    await under.setNow(localTime('2027-07-05', '17:00', VN))
    await sweepDue.sweep()
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    await pay(actor, items)
    await send(id)
    const kinds = (await renewCommands(id)).map(({ kind, state }) => `${kind} ${state}`)
    expect(kinds).toEqual(['domain-hold NOT_SENT', 'domain-renew DONE', 'domain-unhold DONE'])
  })

  test('R-VN-03 paid after the right has ended: the money is credit, the registry is not asked', async () => {
    await under.setNow(localTime('2027-09-01', '10:00', VN))
    const actor = await owner()
    const { id } = await under.name(actor, 'vn', localTime('2027-09-03', '09:00', VN))
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    const body = await paymentFor(actor, items)
    await under.setNow(localTime('2027-09-03', '10:00', VN))
    await webhook(body)
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'REFUSED', reason: 'late: phase-over' })
    expect(await freeCredit(actor)).toBe(350_000n)
    expect(await messagesOf(id)).toEqual(['renewal-late'])
    expect(await renewCommands(id)).toEqual([])
  })

  test('R-NS-31 unpaid when its quote ends: void, its invoice taken back, once', async () => {
    await under.setNow(localTime('2027-10-01', '10:00', VN))
    const actor = await owner()
    const { id } = await under.name(actor, 'vn', localTime('2027-10-03', '09:00', VN))
    const { items } = await ask(actor, [{ domainId: id, years: 1 }])
    await voidDue.sweep()
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'ASKED' })
    await under.setNow(localTime('2027-10-03', '09:00', VN))
    await Promise.all([voidDue.sweep(), voidDue.sweep()])
    expect(await itemOf(items[0]?.id ?? '')).toMatchObject({ state: 'VOID', reason: 'unpaid' })
    expect(await db().invoice.findUnique({ where: { id: items[0]?.invoiceId ?? '' } })).toMatchObject({
      status: 'CREDITED',
    })
    expect(await messagesOf(id)).toEqual(['renewal-lapsed'])
  })
})
