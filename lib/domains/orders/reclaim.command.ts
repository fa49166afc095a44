/** Reclaims: one person enters the order, another decides it (R-NS-36, R-NS-37, DESIGN §9). */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { orderInput, reclaimInput, rejectInput } from './order.input'
import { decideReclaim, decideSecondPerson, orderDue } from './order.rule'
import { enterOrder, lockNamed, lockOrder, type OrderedDomain } from './order.store'

/** Enters a reclaim; nothing happens until another person has confirmed it. */
export const orderReclaim = defineCommand({
  name: 'domains.order-reclaim',
  permit: may('name.order'),
  input: reclaimInput,
  async run(uow, { name, urgency, reason, reference, note }) {
    const found = await lockNamed(uow, name)
    if (!found.ok) return found
    const domain = found.value
    const decided = decideReclaim(domain, { reason, agentId: actorUserId(uow.actor) ?? '' }, uow.now)
    if (!decided.ok) return decided
    const atOnce = urgency === 'at-once'
    const entered = await enterOrder(uow, domain, {
      kind: 'reclaim',
      ...{ atOnce, reason, reference, note, dueAt: null },
    })
    if (!entered.ok) return entered
    await recordAudit(uow, {
      action: 'domains.order-reclaim',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId: entered.value.id, reason, reference, atOnce },
    })
    return ok({ orderId: entered.value.id })
  },
})

/** Confirms a reclaim as the second person: it is due at once or in the next work slot, as its urgency asks. */
export const confirmReclaim = defineCommand({
  name: 'domains.confirm-reclaim',
  permit: may('name.confirm-order'),
  stepUp: true,
  input: orderInput,
  async run(uow, { orderId }) {
    const found = await lockAsSecond(uow, orderId)
    if (!found.ok) return found
    const { order, domain } = found.value
    const again = decideReclaim(
      domain,
      { reason: order.reason, agentId: actorUserId(uow.actor) ?? '' },
      uow.now,
    )
    if (!again.ok) return again
    const dueAt = orderDue(order.atOnce, uow.now, calendarOf(zoneById(domain.zone)))
    await uow.tx.nameOrder.update({
      where: { id: orderId },
      data: { decidedBy: actorName(uow.actor), decidedAt: uow.now, dueAt },
    })
    await recordAudit(uow, {
      action: 'domains.confirm-reclaim',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId, dueAt: dueAt.toISOString() },
    })
    return ok({ orderId })
  },
})

/** Rejects a reclaim as the second person, saying why. */
export const rejectReclaim = defineCommand({
  name: 'domains.reject-reclaim',
  permit: may('name.confirm-order'),
  input: rejectInput,
  async run(uow, { orderId, ground }) {
    const found = await lockAsSecond(uow, orderId)
    if (!found.ok) return found
    await uow.tx.nameOrder.update({
      where: { id: orderId },
      data: { state: 'REFUSED', ground, decidedBy: actorName(uow.actor), decidedAt: uow.now },
    })
    await recordAudit(uow, {
      action: 'domains.reject-reclaim',
      subjectType: 'domain',
      subjectId: found.value.domain.id,
      data: { orderId },
    })
    return ok({ orderId })
  },
})

async function lockAsSecond(uow: UnitOfWork, orderId: string): Promise<Result<OrderedDomain>> {
  const found = await lockOrder(uow, orderId)
  if (!found.ok) return found
  const { order, domain } = found.value
  const person = { actorName: actorName(uow.actor), userId: actorUserId(uow.actor) ?? '' }
  const second = decideSecondPerson(order, domain, person)
  return second.ok ? found : second
}
