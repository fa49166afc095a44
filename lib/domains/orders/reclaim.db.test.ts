import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { setNow } from '../names-under-test'
import { orderList, orderView } from './order.query'
import { ordersDue } from './orders.job'
import {
  agent,
  domainOf,
  holder,
  nameOf,
  NOW,
  order,
  reclaim,
  refused,
  run,
  second,
  sentTo,
  SLOT,
  told,
  VN,
} from './orders-under-test'
import { confirmReclaim, orderReclaim, rejectReclaim } from './reclaim.command'
import { liftViolation, suspendViolation } from './violation.command'
import { withdrawOrder } from './withdraw.command'

let database: TestDatabase
let owner: UserActor
const named = () => nameOf(owner)

beforeAll(async () => {
  database = await testDatabase()
  owner = await holder()
})
afterAll(() => database.drop())
beforeEach(() => setNow(database, NOW))

describe('R-NS-36 reclaim by two persons', () => {
  test('R-NS-36 entered by one, confirmed by another, carried out in the slot: the name is free', async () => {
    const { id, name } = await named()
    const { orderId } = must(await run(orderReclaim, { name, ...reclaim }, agent))
    await setNow(database, SLOT)
    expect(await ordersDue.sweep()).toBe(0)
    await setNow(database, NOW)
    expect(await run(confirmReclaim, { orderId }, agent)).toMatchObject(refused('second-person-needed'))
    must(await run(confirmReclaim, { orderId }, second))
    expect(await run(confirmReclaim, { orderId }, second)).toMatchObject(refused('order-decided'))
    await setNow(database, SLOT)
    await Promise.all([ordersDue.sweep(), ordersDue.sweep()])
    expect(await domainOf(id)).toMatchObject({
      status: 'RELEASED',
      openName: null,
      nextTransitionAt: null,
      nextNoticeAt: null,
      nextChargeAt: null,
    })
    expect(await sentTo(id)).toEqual(['domain-release'])
    expect(await told(id)).toEqual(['name-reclaimed'])
    const events = await db().domainEvent.findMany({ where: { domainId: id, command: 'take-back' } })
    expect(events).toHaveLength(1)
  })

  test('R-NS-36 at once it does not wait for the slot, nor for what was queued for one', async () => {
    const { id, name } = await named()
    await db().registryCommand.create({
      data: {
        ...{ id: newId(), registry: 'vnnic', kind: 'domain-hold', subjectType: 'domain', subjectId: id },
        ...{ sequence: 1, payload: { name }, state: 'QUEUED', attempts: 0, queuedAt: NOW, dueAt: SLOT },
      },
    })
    const { orderId } = must(await run(orderReclaim, { name, ...reclaim, urgency: 'at-once' }, agent))
    must(await run(confirmReclaim, { orderId }, second))
    expect(await ordersDue.sweep()).toBe(1)
    expect((await domainOf(id)).status).toBe('RELEASED')
    const open = await db().registryCommand.findMany({
      where: { subjectId: id },
      orderBy: { sequence: 'asc' },
    })
    expect(open.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['domain-hold', null],
      ['domain-release', null],
    ])
  })

  test('R-NS-37 for a violation that goes on: not before 30 days have passed', async () => {
    const { id, name } = await named()
    must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
    await ordersDue.sweep()
    const goesOn = { name, ...reclaim, reason: 'violation-goes-on' }
    expect(await run(orderReclaim, goesOn, agent)).toMatchObject(refused('reexamination-too-early'))
    await setNow(database, localTime('2026-12-31', '08:00', VN))
    const { orderId } = must(await run(orderReclaim, goesOn, agent))
    must(await run(confirmReclaim, { orderId }, second))
    await setNow(database, localTime('2026-12-31', '16:30', VN))
    expect(await ordersDue.sweep()).toBe(1)
    expect(await domainOf(id)).toMatchObject({ status: 'RELEASED', violationSince: null, reexamineAt: null })
  })

  test.each([
    ['at once, before the slot of the reclaim', 'at-once'],
    ['in the very slot of the reclaim', 'slot'],
  ])(
    'R-NS-37 a violation that is lifted %s: the name stays, and the desk sees why',
    async (_when, urgency) => {
      const { id, name } = await named()
      must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
      await ordersDue.sweep()
      await setNow(database, localTime('2026-12-31', '08:00', VN))
      const goesOn = { name, ...reclaim, reason: 'violation-goes-on' }
      const { orderId } = must(await run(orderReclaim, goesOn, agent))
      must(await run(confirmReclaim, { orderId }, second))
      must(await run(liftViolation, { name, note: 'The content is gone.', urgency }, agent))
      await setNow(database, localTime('2026-12-31', '16:30', VN))
      expect(await ordersDue.sweep()).toBe(2)
      expect(await domainOf(id)).toMatchObject({ status: 'ACTIVE', violationSince: null })
      expect(await orderView(orderId)).toMatchObject({ state: 'REFUSED', ground: 'overtaken' })
      expect((await orderList('done')).items.map((row) => row.orderId)).toContain(orderId)
      expect(await sentTo(id)).toEqual(['domain-hold', 'domain-unhold'])
    },
  )

  test('R-NS-37 a lift that waits for its slot keeps a reclaim at once from being carried out', async () => {
    const { id, name } = await named()
    must(await run(suspendViolation, { name, ...order, urgency: 'at-once' }, agent))
    await ordersDue.sweep()
    await setNow(database, localTime('2026-12-31', '08:00', VN))
    must(await run(liftViolation, { name, note: 'The content is gone.', urgency: 'slot' }, agent))
    const goesOn = { name, ...reclaim, reason: 'violation-goes-on', urgency: 'at-once' }
    const { orderId } = must(await run(orderReclaim, goesOn, agent))
    must(await run(confirmReclaim, { orderId }, second))
    expect(await ordersDue.sweep()).toBe(1)
    expect(await domainOf(id)).toMatchObject({ status: 'ACTIVE' })
    for (const time of ['16:40', '16:50']) {
      await setNow(database, localTime('2026-12-31', time, VN))
      while ((await ordersDue.sweep()) > 0);
    }
    expect(await orderView(orderId)).toMatchObject({ state: 'REFUSED', ground: 'overtaken' })
    expect((await domainOf(id)).status).toBe('ACTIVE')
  })

  test('rejected by the second person with a ground; the first one may withdraw', async () => {
    const { id, name } = await named()
    const { orderId } = must(await run(orderReclaim, { name, ...reclaim }, agent))
    expect(await run(rejectReclaim, { orderId, ground: 'x' }, agent)).toMatchObject(
      refused('second-person-needed'),
    )
    must(await run(rejectReclaim, { orderId, ground: 'The number belongs to another name.' }, second))
    const again = must(await run(orderReclaim, { name, ...reclaim }, agent))
    must(await run(withdrawOrder, { orderId: again.orderId }, agent))
    expect((await domainOf(id)).status).toBe('ACTIVE')
    const states = await db().nameOrder.findMany({ where: { domainId: id }, orderBy: { id: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['REFUSED', 'WITHDRAWN'])
  })

  test('a confirmation wants a proof of who gives it', async () => {
    const { name } = await named()
    const { orderId } = must(await run(orderReclaim, { name, ...reclaim }, agent))
    const { steppedUpAt: _proof, ...unproven } = second
    expect(await run(confirmReclaim, { orderId }, unproven)).toMatchObject(refused('step-up-needed'))
  })

  test('R-VN-07 it waits for the registry’s answer to a renewal, then runs', async () => {
    const { id, name } = await named()
    const { orderId } = must(await run(orderReclaim, { name, ...reclaim, urgency: 'at-once' }, agent))
    must(await run(confirmReclaim, { orderId }, second))
    await db().domain.update({ where: { id }, data: { renewingId: newId() } })
    expect(await ordersDue.sweep()).toBe(1)
    expect(await ordersDue.sweep()).toBe(0)
    expect((await domainOf(id)).status).toBe('ACTIVE')
    await db().domain.update({ where: { id }, data: { renewingId: null } })
    await setNow(database, new Date(NOW.getTime() + 10 * 60_000))
    expect(await ordersDue.sweep()).toBe(1)
    expect((await domainOf(id)).status).toBe('RELEASED')
  })
})

test('R-NS-36 the database keeps a second waiting order of a kind out, whatever code runs', async () => {
  const { id } = await named()
  const row = () => ({
    ...{ id: newId(), domainId: id, kind: 'reclaim', atOnce: false, reason: 'x', state: 'WAITING' as const },
    ...{ requestedBy: 'user:a', requestedAt: NOW },
  })
  await db().nameOrder.create({ data: row() })
  await expect(db().nameOrder.create({ data: row() })).rejects.toMatchObject({ code: 'P2002' })
})
