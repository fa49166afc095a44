import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { orderInput } from './order.input'
import { decideWithdrawal } from './order.rule'
import { lockOrder, type OrderedDomain } from './order.store'

/** The desk withdraws an order that waits; a return is its owner's to withdraw. */
export const withdrawOrder = defineCommand({
  name: 'domains.withdraw-order',
  permit: may('name.order'),
  input: orderInput,
  async run(uow, { orderId }) {
    const found = await lockOrder(uow, orderId)
    if (!found.ok) return found
    const { order, domain } = found.value
    if (order.kind === 'return') return refuse('not-found')
    if (domain.ownerId === actorUserId(uow.actor)) return refuse('own-name')
    const decided = decideWithdrawal(order)
    if (!decided.ok) return decided
    await end(uow, found.value, 'domains.withdraw-order')
    return ok({ orderId })
  },
})

/** The owner takes a return back, until it has been carried out (R-NS-34). */
export const withdrawReturn = defineCommand({
  name: 'domains.withdraw-return',
  permit: may('name.manage'),
  input: orderInput,
  async run(uow, { orderId }) {
    const found = await lockOrder(uow, orderId)
    if (!found.ok) return found
    const { order, domain } = found.value
    if (order.kind !== 'return' || domain.ownerId !== actorUserId(uow.actor)) return refuse('not-found')
    const decided = decideWithdrawal(order)
    if (!decided.ok) return decided
    await end(uow, found.value, 'domains.withdraw-return')
    return ok({ orderId })
  },
})

async function end(uow: UnitOfWork, { order, domain }: OrderedDomain, action: string): Promise<void> {
  await uow.tx.nameOrder.update({
    where: { id: order.id },
    data: { state: 'WITHDRAWN', decidedBy: actorName(uow.actor), decidedAt: uow.now },
  })
  await recordAudit(uow, {
    action,
    subjectType: 'domain',
    subjectId: domain.id,
    data: { orderId: order.id, kind: order.kind },
  })
}
