/** Suspension for a violation, and lifting it (R-NS-37, R-HK-12). */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { liftInput, suspendInput } from './order.input'
import { decideLift, decideSuspension, orderDue } from './order.rule'
import { enterOrder, lockNamed } from './order.store'

/** Orders a name to be suspended for a violation, at once or in the next work slot. */
export const suspendViolation = defineCommand({
  name: 'domains.suspend-violation',
  permit: may('name.order'),
  input: suspendInput,
  async run(uow, { name, urgency, reason, reference, note }) {
    const found = await lockNamed(uow, name)
    if (!found.ok) return found
    const domain = found.value
    const decided = decideSuspension(domain, actorUserId(uow.actor) ?? '')
    if (!decided.ok) return decided
    const atOnce = urgency === 'at-once'
    const entered = await enterOrder(uow, domain, {
      kind: 'suspend-violation',
      ...{ atOnce, reason, reference, note },
      dueAt: orderDue(atOnce, uow.now, calendarOf(zoneById(domain.zone))),
    })
    if (!entered.ok) return entered
    await recordAudit(uow, {
      action: 'domains.suspend-violation',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId: entered.value.id, reason, reference, atOnce },
    })
    return ok({ orderId: entered.value.id })
  },
})

/** Orders a suspension for a violation to be lifted; what else suspends the name stays. */
export const liftViolation = defineCommand({
  name: 'domains.lift-violation',
  permit: may('name.order'),
  input: liftInput,
  async run(uow, { name, urgency, note }) {
    const found = await lockNamed(uow, name)
    if (!found.ok) return found
    const domain = found.value
    const decided = decideLift(domain, actorUserId(uow.actor) ?? '')
    if (!decided.ok) return decided
    const atOnce = urgency === 'at-once'
    const entered = await enterOrder(uow, domain, {
      kind: 'lift-violation',
      ...{ atOnce, note },
      reason: 'violation-ended',
      dueAt: orderDue(atOnce, uow.now, calendarOf(zoneById(domain.zone))),
    })
    if (!entered.ok) return entered
    await recordAudit(uow, {
      action: 'domains.lift-violation',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId: entered.value.id, atOnce },
    })
    return ok({ orderId: entered.value.id })
  },
})
