/** The desk's decision on a return, after the request was held against the dossier on file (R-NS-35). */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { decideReturn, orderDue } from '@/lib/domains/orders/order.rule'
import { tellHolder } from '@/lib/domains/orders/order.store'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { acceptReturnInput, refuseReturnInput } from './return.input'
import { decideAcceptance, decideReviewer } from './return.rule'
import { lockReturn } from './return.store'

/** Accepts a return: the name is deleted in the next work slot (R-NS-32), until then its owner can withdraw. */
export const acceptReturn = defineCommand({
  name: 'dossiers.accept-return',
  permit: may('dossier.review'),
  input: acceptReturnInput,
  async run(uow, { orderId, number, signature, seal }) {
    const found = await lockReturn(uow, orderId)
    if (!found.ok) return found
    const { order, domain, state } = found.value
    const comparison = { number, signature: signature === 'on', seal: seal === 'on' }
    const decided = decideAcceptance(state, actorUserId(uow.actor) ?? '', comparison)
    if (!decided.ok) return decided
    const still = decideReturn(domain)
    if (!still.ok) return still
    const { timeZone } = zoneById(domain.zone)
    const dueAt = orderDue(order.atOnce, uow.now, calendarOf(zoneById(domain.zone)))
    await uow.tx.nameOrder.update({
      where: { id: orderId },
      data: { dueAt, decidedBy: actorName(uow.actor), decidedAt: uow.now },
    })
    await tellHolder(uow, { order, domain }, 'return-accepted', { due: dueAt.toISOString(), timeZone })
    await recordAudit(uow, {
      action: 'dossiers.accept-return',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId, dueAt: dueAt.toISOString() },
    })
    return ok({ orderId })
  },
})

/** Refuses a return on a typed ground; the name stays as it is. */
export const refuseReturn = defineCommand({
  name: 'dossiers.refuse-return',
  permit: may('dossier.review'),
  input: refuseReturnInput,
  async run(uow, { orderId, ground, note }) {
    const found = await lockReturn(uow, orderId)
    if (!found.ok) return found
    const { order, domain, state } = found.value
    const decided = decideReviewer(state, actorUserId(uow.actor) ?? '')
    if (!decided.ok) return decided
    await uow.tx.nameOrder.update({
      where: { id: orderId },
      data: {
        state: 'REFUSED',
        ground: `${ground}: ${note}`,
        decidedBy: actorName(uow.actor),
        decidedAt: uow.now,
      },
    })
    await tellHolder(uow, { order, domain }, 'return-refused', { why: ground.replaceAll('-', '_'), note })
    await recordAudit(uow, {
      action: 'dossiers.refuse-return',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId, ground },
    })
    return ok({ orderId })
  },
})
