import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { ok, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { type Domain, moveDomain } from '../domain.store'
import { orderInput } from './order.input'
import { decideCarryOut, isHeldOtherwise, orderRetry, reexaminationOf } from './order.rule'
import { lockOrder, type NameOrder, type OrderedDomain, tellHolder, waitingOrder } from './order.store'

/**
 * Due: an order's instant has come (R-NS-32, R-NS-33, R-NS-36). Decided again on the fresh rows, so it is carried out
 * once, however often this runs; one that was overtaken ends without an effect, one that a renewal bars waits.
 */
export const carryOutOrder = defineCommand({
  name: 'domains.carry-out-order',
  permit: may('name.carry-out'),
  input: orderInput,
  async run(uow, { orderId }) {
    const found = await lockOrder(uow, orderId)
    if (!found.ok) return found
    const { order, domain } = found.value
    if (order.state !== 'WAITING' || !order.dueAt || order.dueAt > uow.now) return ok({ acted: false })
    const isLiftWaiting = (await waitingOrder(uow.tx, domain.id, ['lift-violation'])) !== null
    const outcome = decideCarryOut({ ...order, isLiftWaiting }, domain, uow.now)
    if (outcome === 'postpone') return postpone(uow, found.value)
    const done = outcome === 'act' ? await EFFECTS[order.kind]?.(uow, found.value, order.dueAt) : ok()
    if (done && !done.ok) return done
    await uow.tx.nameOrder.update({
      where: { id: orderId },
      data:
        outcome === 'act'
          ? { state: 'DONE', doneAt: uow.now }
          : { state: 'REFUSED', doneAt: uow.now, ground: 'overtaken' },
    })
    await recordAudit(uow, {
      action: 'domains.carry-out-order',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { orderId, kind: order.kind, outcome },
    })
    return ok({ acted: true })
  },
})

async function postpone(uow: UnitOfWork, { order, domain }: OrderedDomain) {
  const dueAt = orderRetry(order.atOnce, uow.now, calendarOf(zoneById(domain.zone)))
  await uow.tx.nameOrder.update({ where: { id: order.id }, data: { dueAt } })
  return ok({ acted: true })
}

type Effect = (uow: UnitOfWork, ordered: OrderedDomain, dueAt: Date) => Promise<Result<unknown>>

const EFFECTS: Readonly<Record<string, Effect>> = {
  'suspend-violation': suspend,
  'lift-violation': lift,
  reclaim: (uow, ordered) => takeBack(uow, ordered, 'name-reclaimed'),
  return: (uow, ordered) => takeBack(uow, ordered, 'name-returned'),
}

/** R-NS-37: the re-examination counts from the slot, not from when a delayed run happened. */
async function suspend(uow: UnitOfWork, { order, domain }: OrderedDomain, dueAt: Date) {
  const reexamineAt = reexaminationOf(dueAt, zoneById(domain.zone).timeZone)
  await uow.tx.domain.update({ where: { id: domain.id }, data: { violationSince: dueAt, reexamineAt } })
  await sendNow(uow, domain, 'domain-hold')
  await tellHolder(uow, { order, domain }, 'violation-suspended', {
    due: reexamineAt.toISOString(),
    timeZone: zoneById(domain.zone).timeZone,
    violation: chosenBy(order.reason),
    reference: order.reference ?? '',
  })
  return ok()
}

async function lift(uow: UnitOfWork, { order, domain }: OrderedDomain) {
  await uow.tx.domain.update({
    where: { id: domain.id },
    data: { violationSince: null, reexamineAt: null },
  })
  if (!isHeldOtherwise(domain.status)) await sendNow(uow, domain, 'domain-unhold')
  await tellHolder(uow, { order, domain }, 'violation-lifted')
  return ok()
}

/** R-NS-34: the name is deleted at the registry, and nothing more of its life comes. */
async function takeBack(uow: UnitOfWork, { order, domain }: OrderedDomain, template: string) {
  const moved = await moveDomain(uow, domain, 'take-back', {
    openName: null,
    nextTransitionAt: null,
    nextNoticeAt: null,
    nextChargeAt: null,
    autoRenew: 'OFF',
    violationSince: null,
    reexamineAt: null,
    releasedAt: uow.now,
  })
  if (!moved.ok) return moved
  await sendNow(uow, domain, 'domain-release')
  await tellHolder(uow, { order, domain }, template, reclaimParams(order))
  return ok()
}

function reclaimParams({ kind, reason, reference }: NameOrder): Record<string, string> {
  return kind === 'reclaim' ? { reclaim: chosenBy(reason), reference: reference ?? '' } : {}
}

/** A code by which a sentence chooses its words; ICU allows no hyphen there. */
function chosenBy(code: string): string {
  return code.replaceAll('-', '_')
}

/**
 * Has the registry do it without waiting: what was queued for a later slot of the name goes out before it, or it
 * would stand in its way.
 */
async function sendNow(uow: UnitOfWork, domain: Domain, kind: string): Promise<void> {
  await uow.tx.registryCommand.updateMany({
    where: { subjectType: 'domain', subjectId: domain.id, state: 'QUEUED', dueAt: { not: null } },
    data: { dueAt: null },
  })
  await queueRegistryCommands(uow, { type: 'domain', id: domain.id }, [
    { registry: domain.registry, kind, payload: { name: domain.nameAscii } },
  ])
}
