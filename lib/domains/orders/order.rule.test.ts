import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalDay, localTime } from '@/lib/kernel/days'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import type { DomainStatus } from '../lifecycle'
import { RECLAIM_REASONS } from './order.input'
import {
  decideCarryOut,
  decideLift,
  decideReclaim,
  decideReturn,
  decideSecondPerson,
  decideSuspension,
  decideWithdrawal,
  type DueOrder,
  isHeldOtherwise,
  orderDue,
  type OrderedName,
  orderRetry,
  reexaminationOf,
} from './order.rule'

const VN = 'Asia/Ho_Chi_Minh'
const calendar = calendarOf(zoneById('vn'))
const NOW = localTime('2026-12-01', '10:00', VN)
const name: OrderedName = {
  ownerId: 'owner',
  status: 'ACTIVE',
  renewingId: null,
  violationSince: null,
  reexamineAt: null,
}
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const suspended = { violationSince: NOW, reexamineAt: reexaminationOf(NOW, VN) }

describe('R-NS-37 suspension for a violation', () => {
  test.each<[DomainStatus, string]>([
    ['ACTIVE', 'ok'],
    ['EXPIRED', 'ok'],
    ['SUSPENDED', 'ok'],
    ['REDEMPTION', 'name-not-suspendable'],
    ['HELD', 'name-not-suspendable'],
    ['RELEASED', 'name-not-suspendable'],
  ])('R-HK-12 of a name that is %s: %s', (status, expected) => {
    expect(code(decideSuspension({ ...name, status }, 'agent'))).toBe(expected)
  })

  test('R-NS-37 not twice, and not by the holder', () => {
    expect(code(decideSuspension({ ...name, ...suspended }, 'agent'))).toBe('violation-suspended-already')
    expect(code(decideSuspension(name, 'owner'))).toBe('own-name')
  })

  test('R-NS-37 lifted at any time, if there is one', () => {
    expect(code(decideLift({ ...name, ...suspended }, 'agent'))).toBe('ok')
    expect(code(decideLift(name, 'agent'))).toBe('violation-not-suspended')
    expect(code(decideLift({ ...name, ...suspended }, 'owner'))).toBe('own-name')
  })

  test('R-NS-37 the registry’s hold stays where the name is suspended otherwise', () => {
    expect(isHeldOtherwise('ACTIVE')).toBe(false)
    expect(isHeldOtherwise('EXPIRED')).toBe(false)
    expect(isHeldOtherwise('SUSPENDED')).toBe(true)
    expect(isHeldOtherwise('REDEMPTION')).toBe(true)
  })

  test('R-NS-37 the re-examination is due on the suspension’s legal day + 30', () => {
    expect(reexaminationOf(localTime('2026-12-01', '16:30', VN), VN)).toEqual(
      localTime('2026-12-31', '00:00', VN),
    )
    expect(reexaminationOf(localTime('2027-01-30', '23:59', VN), VN)).toEqual(
      localTime('2027-03-01', '00:00', VN),
    )
  })
})

describe('R-NS-36 reclaim', () => {
  const authority = { reason: 'authority-decision', agentId: 'agent' }
  const goesOn = { reason: 'violation-goes-on', agentId: 'agent' }

  test.each<[DomainStatus, string]>([
    ['ACTIVE', 'ok'],
    ['RECLAIM', 'ok'],
    ['REDEMPTION', 'ok'],
    ['PENDING_DELETE', 'name-not-standing'],
    ['RELEASED', 'name-not-standing'],
    ['HELD', 'name-not-standing'],
  ])('R-NS-36 by an authority of a name that is %s: %s', (status, expected) => {
    expect(code(decideReclaim({ ...name, status }, authority, NOW))).toBe(expected)
  })

  test.each(RECLAIM_REASONS.filter((reason) => reason !== 'violation-goes-on'))(
    'R-HK-11 %s is carried out though the name is paid, renewed and in its term',
    (reason) => {
      const paid = { ...name, renewingId: 'renewal' }
      expect(code(decideReclaim(paid, { reason, agentId: 'agent' }, NOW))).toBe('ok')
      expect(code(decideReclaim(paid, { reason, agentId: 'owner' }, NOW))).toBe('own-name')
    },
  )

  test('R-NS-37 for a violation only when its suspension is to be re-examined', () => {
    expect(code(decideReclaim(name, goesOn, NOW))).toBe('violation-not-suspended')
    expect(code(decideReclaim({ ...name, ...suspended }, goesOn, NOW))).toBe('reexamination-too-early')
    const day30 = reexaminationOf(NOW, VN)
    expect(code(decideReclaim({ ...name, ...suspended }, goesOn, new Date(day30.getTime() - 1)))).toBe(
      'reexamination-too-early',
    )
    expect(code(decideReclaim({ ...name, ...suspended }, goesOn, day30))).toBe('ok')
  })

  test('R-NS-36 two persons: whoever entered it does not confirm it, nor does the holder', () => {
    const order = { kind: 'reclaim', state: 'WAITING', requestedBy: 'user:a', dueAt: null }
    const by = (userId: string) => ({ actorName: `user:${userId}`, userId })
    expect(code(decideSecondPerson(order, name, by('a')))).toBe('second-person-needed')
    expect(code(decideSecondPerson(order, name, by('owner')))).toBe('own-name')
    expect(code(decideSecondPerson(order, name, by('b')))).toBe('ok')
    expect(code(decideSecondPerson({ ...order, dueAt: NOW }, name, by('b')))).toBe('order-decided')
    expect(code(decideSecondPerson({ ...order, state: 'DONE' }, name, by('b')))).toBe('order-decided')
    expect(code(decideSecondPerson({ ...order, kind: 'return' }, name, by('b')))).toBe('not-found')
  })
})

describe('R-NS-34 return', () => {
  test.each<[Partial<OrderedName>, string]>([
    [{}, 'ok'],
    [{ status: 'SUSPENDED' }, 'ok'],
    [{ renewingId: 'x' }, 'return-while-renewing'],
    [{ status: 'PENDING_DELETE' }, 'name-not-standing'],
    [{ status: 'REGISTERING' }, 'name-not-standing'],
  ])('R-NS-34 of a name that is %j: %s', (facts, expected) => {
    expect(code(decideReturn({ ...name, ...facts }))).toBe(expected)
  })

  test('R-NS-34 it is withdrawn until it was carried out', () => {
    const order = { kind: 'return', state: 'WAITING', requestedBy: 'user:owner', dueAt: NOW }
    expect(code(decideWithdrawal(order))).toBe('ok')
    expect(code(decideWithdrawal({ ...order, state: 'DONE' }))).toBe('order-ended')
  })
})

describe('carrying an order out', () => {
  const carriedOut = (order: Partial<DueOrder>, facts: Partial<OrderedName>) =>
    decideCarryOut(
      { kind: 'reclaim', reason: 'authority-decision', isLiftWaiting: false, ...order },
      { ...name, ...facts },
      NOW,
    )

  test.each<[string, Partial<OrderedName>, string]>([
    ['reclaim', {}, 'act'],
    ['return', {}, 'act'],
    ['return', { renewingId: 'x' }, 'postpone'],
    ['reclaim', { renewingId: 'x' }, 'postpone'],
    ['reclaim', { status: 'RELEASED' }, 'overtaken'],
    ['return', { status: 'PENDING_DELETE' }, 'overtaken'],
    ['suspend-violation', {}, 'act'],
    ['suspend-violation', suspended, 'overtaken'],
    ['suspend-violation', { status: 'RECLAIM' }, 'overtaken'],
    ['lift-violation', suspended, 'act'],
    ['lift-violation', {}, 'overtaken'],
  ])('R-NS-34 %s on a name that is %j: %s', (kind, facts, expected) => {
    expect(carriedOut({ kind }, facts)).toBe(expected)
  })

  const goesOn = { reason: 'violation-goes-on' }
  const reexamined = { violationSince: new Date(0), reexamineAt: NOW }

  test.each<[string, Partial<DueOrder>, Partial<OrderedName>, string]>([
    ['goes on', goesOn, reexamined, 'act'],
    ['was lifted', goesOn, {}, 'overtaken'],
    ['was lifted, and another began', goesOn, suspended, 'overtaken'],
    ['is ordered to be lifted', { ...goesOn, isLiftWaiting: true }, reexamined, 'postpone'],
    ['goes on while a renewal runs', goesOn, { ...reexamined, renewingId: 'x' }, 'postpone'],
    ['was lifted while a renewal runs', goesOn, { renewingId: 'x' }, 'overtaken'],
    ['was lifted, but an authority ordered it', {}, {}, 'act'],
    ['is to be lifted, but an authority ordered it', { isLiftWaiting: true }, reexamined, 'act'],
  ])('R-NS-37 a reclaim whose violation %s', (_case, order, facts, expected) => {
    expect(carriedOut(order, facts)).toBe(expected)
  })

  test('R-NS-36 at once, or in the next work slot', () => {
    expect(orderDue(true, NOW, calendar)).toEqual(NOW)
    expect(orderDue(false, NOW, calendar)).toEqual(localTime('2026-12-01', '16:30', VN))
    const saturday = localTime('2026-12-05', '09:00', VN)
    expect(orderDue(false, saturday, calendar)).toEqual(localTime('2026-12-07', '16:30', VN))
  })

  test('R-NS-32 R-NS-33 an order that need not run at once runs in a slot of a working day, never before it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 * 24 * 60 }), (minutes) => {
        const asked = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000)
        const due = orderDue(false, asked, calendar)
        expect(due.getTime()).toBeGreaterThanOrEqual(asked.getTime())
        expect(calendar.isWorkingDay(legalDay(due, VN)).open).toBe(true)
        expect(orderDue(false, due, calendar)).toEqual(due)
        expect(orderRetry(false, due, calendar).getTime()).toBeGreaterThan(due.getTime())
        expect(orderRetry(true, due, calendar).getTime()).toBeGreaterThan(due.getTime())
      }),
    )
  })
})
