import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type Command, execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { setNow } from '../names-under-test'
import { carryOutOrder } from './carry-out.command'
import { ordersDue } from './orders.job'
import {
  actor,
  agent,
  domainOf,
  holder,
  nameOf,
  NOW,
  order,
  refused,
  run,
  second,
  sentTo,
  SLOT,
  told,
  VN,
} from './orders-under-test'
import { orderReclaim } from './reclaim.command'
import { askReturn } from './return.command'
import { liftViolation, suspendViolation } from './violation.command'
import { withdrawOrder, withdrawReturn } from './withdraw.command'

let database: TestDatabase
let owner: UserActor
const named = () => nameOf(owner)

beforeAll(async () => {
  database = await testDatabase()
  owner = await holder()
})
afterAll(() => database.drop())
beforeEach(() => setNow(database, NOW))

describe('R-NS-37 suspension for a violation', () => {
  test('R-NS-37 in the next slot, re-examined after 30 days, lifted; the registry and the holder follow', async () => {
    const { id, name } = await named()
    must(await run(suspendViolation, { name, ...order }, agent))
    expect(await ordersDue.sweep()).toBe(0)
    expect(await ordersDue.nextDueAt()).toEqual(SLOT)
    await setNow(database, new Date(SLOT.getTime() + 3_600_000))
    expect(await ordersDue.sweep()).toBe(1)
    const reexamineAt = localTime('2026-12-31', '00:00', VN)
    expect(await domainOf(id)).toMatchObject({ violationSince: SLOT, reexamineAt, status: 'ACTIVE' })
    must(await run(liftViolation, { name, note: 'The content is gone.', urgency: 'at-once' }, agent))
    expect(await ordersDue.sweep()).toBe(1)
    expect(await domainOf(id)).toMatchObject({ violationSince: null, reexamineAt: null })
    expect(await sentTo(id)).toEqual(['domain-hold', 'domain-unhold'])
    expect(await told(id)).toEqual(['violation-suspended', 'violation-lifted'])
  })

  test('R-NS-17 the name’s own contacts are told too, each at their address, once', async () => {
    const { id, name } = await named()
    for (const [role, email] of [
      ['registrant', `${owner.userId}@EXAMPLE.com`],
      ['admin', 'admin@x.example'],
      ['tech', 'tech@x.example'],
    ] as const) {
      const contact = { id: newId(), domainId: id, role, handle: newId(), data: { name: role, email } }
      await db().domainContact.create({ data: { ...contact, changedAt: NOW, registered: true } })
    }
    must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
    await ordersDue.sweep()
    const rows = await db().message.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([
      { address: `${owner.userId}@example.com`, userId: owner.userId, template: 'violation-suspended' },
      { address: 'admin@x.example', userId: null, template: 'violation-suspended', locale: 'en' },
    ])
    expect(rows[1]?.params).toMatchObject({ recipient: 'admin', contactRole: 'admin', violation: 'phishing' })
  })

  test('R-NS-37 lifted, a name that its expiry suspended stays suspended at the registry', async () => {
    const { id, name } = await named()
    must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
    await ordersDue.sweep()
    await suspendByTime(id)
    must(await run(liftViolation, { name, note: 'x', urgency: 'at-once' }, agent))
    expect(await ordersDue.sweep()).toBe(1)
    expect(await sentTo(id)).toEqual(['domain-hold'])
  })

  test('R-HK-12 refusals: no such name, suspended already, own name, nothing typed', async () => {
    const { id, name } = await named()
    expect(await run(suspendViolation, { ...order, name: 'no-such-name-here.vn' }, agent)).toMatchObject(
      refused('name-not-standing'),
    )
    expect(await run(suspendViolation, { name }, agent)).toMatchObject(refused('input-invalid'))
    const self = actor(owner.userId, ['AGENT'])
    expect(await run(suspendViolation, { name, ...order }, self)).toMatchObject(refused('own-name'))
    expect(await run(liftViolation, { name, note: 'x', urgency: 'slot' }, agent)).toMatchObject(
      refused('violation-not-suspended'),
    )
    must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
    expect(await run(suspendViolation, { name, ...order }, agent)).toMatchObject(refused('order-waiting'))
    await ordersDue.sweep()
    expect(await run(suspendViolation, { name, ...order }, agent)).toMatchObject(
      refused('violation-suspended-already'),
    )
    expect(await sentTo(id)).toEqual(['domain-hold'])
  })

  test('withdrawn before its slot, nothing happens', async () => {
    const { id, name } = await named()
    const { orderId } = must(await run(suspendViolation, { name, ...order }, agent))
    must(await run(withdrawOrder, { orderId }, agent))
    await setNow(database, SLOT)
    expect(await ordersDue.sweep()).toBe(0)
    expect((await domainOf(id)).violationSince).toBeNull()
    expect(await run(withdrawOrder, { orderId }, agent)).toMatchObject(refused('order-ended'))
  })
})

/** What the sweep does in months, straight in the tables. */
async function suspendByTime(id: string): Promise<void> {
  const event = { domainId: id, actor: 'clock', at: NOW, data: {} }
  await db().$transaction([
    db().domainEvent.create({
      data: { ...event, version: 4, from: 'ACTIVE', command: 'expire', to: 'EXPIRED' },
    }),
    db().domainEvent.create({
      data: { ...event, version: 5, from: 'EXPIRED', command: 'suspend', to: 'SUSPENDED' },
    }),
    db().domain.update({ where: { id }, data: { status: 'EXPIRED', version: 4 } }),
    db().domain.update({ where: { id }, data: { status: 'SUSPENDED', version: 5 } }),
  ])
}

describe('R-NS-34 return', () => {
  test('R-NS-34 asked for once, by the owner, with a proof; withdrawn until it ran', async () => {
    const { id } = await named()
    const { steppedUpAt: _proof, ...unproven } = owner
    expect(await run(askReturn, { domainId: id }, unproven)).toMatchObject(refused('step-up-needed'))
    expect(await run(askReturn, { domainId: id }, agent)).toMatchObject(refused('not-found'))
    const { orderId } = must(await run(askReturn, { domainId: id, note: 'No longer needed' }, owner))
    expect(await run(askReturn, { domainId: id }, owner)).toMatchObject(refused('order-waiting'))
    expect(await run(withdrawOrder, { orderId }, agent)).toMatchObject(refused('not-found'))
    expect(await run(withdrawReturn, { orderId }, agent)).toMatchObject(refused('not-found'))
    must(await run(withdrawReturn, { orderId }, owner))
    expect(await run(withdrawReturn, { orderId }, owner)).toMatchObject(refused('order-ended'))
    expect(await told(id)).toEqual(['return-asked'])
  })

  test('R-NS-34 not while a renewal of it runs', async () => {
    const { id } = await named()
    await db().domain.update({ where: { id }, data: { renewingId: newId() } })
    expect(await run(askReturn, { domainId: id }, owner)).toMatchObject(refused('return-while-renewing'))
  })
})

test('missed slots are caught up in the order in which they were due', async () => {
  const [late, early] = [await named(), await named()]
  must(await run(suspendViolation, { name: late.name, ...order }, agent))
  must(await run(suspendViolation, { name: early.name, ...order, urgency: 'at-once' }, agent))
  await setNow(database, localTime('2026-12-09', '08:00', VN))
  expect(await ordersDue.sweep()).toBe(2)
  expect((await domainOf(early.id)).violationSince?.getTime()).toBeLessThan(SLOT.getTime())
  expect((await domainOf(late.id)).violationSince).toEqual(SLOT)
  const audits = await db().auditEvent.findMany({
    where: { action: 'domains.carry-out-order', subjectId: { in: [late.id, early.id] } },
    orderBy: { id: 'asc' },
  })
  expect(audits.map(({ subjectId }) => subjectId)).toEqual([early.id, late.id])
})

test('only the clock carries orders out', async () => {
  for (const by of [owner, agent, second]) {
    expect(await run(carryOutOrder, { orderId: newId() }, by)).toMatchObject(refused('not-permitted'))
  }
  for (const command of [suspendViolation, liftViolation, orderReclaim, withdrawOrder]) {
    expect(await execute(command as Command<unknown, unknown>, {}, { actor: owner })).toMatchObject(
      refused('not-permitted'),
    )
    expect(await execute(command as Command<unknown, unknown>, {}, { actor: second })).toMatchObject(
      refused('not-permitted'),
    )
  }
})
