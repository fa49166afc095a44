/** Reads for update and writes of orders on names. Locks are always taken in one order: name, then order. */
import { actorName } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { canonicalName } from '@/lib/kernel/names'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { queueMail, queueMessage } from '@/lib/audit/outbox'
import type { Tx } from '@/lib/platform/db'
import type { DueRow } from '@/lib/platform/due-rows'
import type { NameOrderModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { notifiedContacts } from '../contacts/notified.store'
import { type Domain, lockDomain } from '../domain.store'
import type { OrderKind } from './order.rule'

export type NameOrder = NameOrderModel

export interface OrderedDomain {
  readonly order: NameOrder
  readonly domain: Domain
}

/** Locks the name that stands for a text in A- or U-labels; refuses `name-not-standing` when none does. */
export async function lockNamed(uow: UnitOfWork, text: string): Promise<Result<Domain>> {
  const name = canonicalName(text)
  const found = name.ok
    ? await uow.tx.domain.findUnique({ where: { openName: name.value.ascii }, select: { id: true } })
    : null
  return found ? lockDomain(uow, found.id) : refuse('name-not-standing', { field: 'name' })
}

/** Locks an order together with its name; `not-found` when there is none. */
export async function lockOrder(uow: UnitOfWork, orderId: string): Promise<Result<OrderedDomain>> {
  const found = await uow.tx.nameOrder.findUnique({ where: { id: orderId }, select: { domainId: true } })
  const domain = found ? await lockDomain(uow, found.domainId) : refuse('not-found')
  if (!domain.ok) return domain
  await uow.tx.$queryRaw`SELECT 1 FROM name_order WHERE id = ${orderId}::uuid FOR UPDATE`
  const order = await uow.tx.nameOrder.findUniqueOrThrow({ where: { id: orderId } })
  return ok({ order, domain: domain.value })
}

/** The order of one of these kinds that waits for a name, if any. */
export function waitingOrder(
  tx: Tx,
  domainId: string,
  kinds: readonly OrderKind[],
): Promise<NameOrder | null> {
  return tx.nameOrder.findFirst({ where: { domainId, kind: { in: [...kinds] }, state: 'WAITING' } })
}

export interface NewOrder {
  readonly kind: OrderKind
  readonly atOnce: boolean
  readonly reason: string
  readonly reference?: string | undefined
  readonly note?: string | undefined
  /** Null while somebody has still to decide. */
  readonly dueAt: Date | null
}

/**
 * Enters an order on a locked name. One of a kind at a time, and lifting waits for suspending as suspending does for
 * lifting: refuses `order-waiting`.
 */
export async function enterOrder(
  uow: UnitOfWork,
  domain: Domain,
  { note, reference, ...order }: NewOrder,
): Promise<Result<NameOrder>> {
  const others: readonly OrderKind[] =
    order.kind === 'reclaim' || order.kind === 'return'
      ? [order.kind]
      : ['suspend-violation', 'lift-violation']
  if (await waitingOrder(uow.tx, domain.id, others)) return refuse('order-waiting')
  const value = await uow.tx.nameOrder.create({
    data: {
      id: newId(),
      domainId: domain.id,
      ...order,
      reference: reference ?? null,
      note: note || null,
      state: 'WAITING',
      requestedBy: actorName(uow.actor),
      requestedAt: uow.now,
    },
  })
  return { ok: true, value }
}

/**
 * Tells the holder what was ordered or done about their name, and the name's own contacts (R-NS-17), once for each order
 * and text.
 */
export async function tellHolder(
  uow: UnitOfWork,
  { order, domain }: OrderedDomain,
  template: string,
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  const message = {
    template,
    params: { name: domain.nameUnicode, path: `/names/${domain.nameAscii}`, ...params },
    subjectType: 'domain',
    subjectId: domain.id,
    dedupeKey: `${template}:${order.id}`,
  }
  await queueMessage(uow, { ...message, userId: domain.ownerId })
  for (const { role, ...contact } of await notifiedContacts(uow.tx, domain.id)) {
    await queueMail(uow, {
      ...message,
      ...contact,
      params: { ...message.params, contactOf: domain.nameUnicode, contactRole: role },
      dedupeKey: `${message.dedupeKey}:${role}`,
    })
  }
}

/**
 * The orders that fall due first, the earliest first; of one instant those first that take an order's ground away.
 */
export function ordersByDue(tx: Tx, limit: number): Promise<readonly DueRow[]> {
  return tx.$queryRaw<DueRow[]>`
    SELECT id::text, due_at AS at FROM name_order WHERE state = 'WAITING' AND due_at IS NOT NULL
    ORDER BY due_at, kind <> 'lift-violation', id LIMIT ${limit}`
}
