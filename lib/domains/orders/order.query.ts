/** Orders on names as the desk sees them. */
import { isId } from '@/lib/kernel/ids'
import { type Cursor, type Page, readPage } from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { zoneById } from '@/lib/policy/resolver'
import type { DomainStatus } from '../lifecycle'
import type { OrderKind } from './order.rule'

const PAGE = 25

/** The lists of the desk: what waits, which suspensions are to be re-examined, what has ended. */
export const ORDER_TABS = ['waiting', 'reexamine', 'done'] as const
export type OrderTab = (typeof ORDER_TABS)[number]

export type OrderState = 'WAITING' | 'DONE' | 'REFUSED' | 'WITHDRAWN'

export interface OrderRow {
  /** Of the list's place: the order, or the name that is to be re-examined. */
  readonly id: string
  readonly orderId: string
  readonly nameUnicode: string
  readonly zone: string
  readonly kind: OrderKind
  readonly state: OrderState
  readonly reason: string
  readonly reference: string | null
  readonly requestedAt: Date
  readonly dueAt: Date | null
  /** When it ended, or when it is to be re-examined. */
  readonly at: Date | null
}

/** One page of a list: what waits by age, re-examinations by their day, what has ended newest first. */
export function orderList(tab: OrderTab, cursor?: Cursor): Promise<Page<OrderRow>> {
  return readPage(cursor, PAGE, ({ from, backward, take }) => {
    const place = from ?? null
    if (tab === 'reexamine') return reexaminations(place, backward, take)
    const isWaiting = tab === 'waiting'
    const ascending = isWaiting !== backward
    return db().$queryRawUnsafe<OrderRow[]>(
      `SELECT ${COLUMNS}, o.id::text AS "orderId", coalesce(o.done_at, o.decided_at) AS at
       FROM name_order o JOIN domain d ON d.id = o.domain_id
       WHERE o.state ${isWaiting ? '=' : '<>'} 'WAITING'
         AND ($1::uuid IS NULL OR o.id ${ascending ? '>' : '<'} $1::uuid)
       ORDER BY o.id ${ascending ? 'ASC' : 'DESC'} LIMIT $2`,
      place,
      take,
    )
  })
}

const COLUMNS = `o.id::text, d.name_unicode AS "nameUnicode", d.zone, o.kind, o.state::text, o.reason, o.reference,
  o.requested_at AS "requestedAt", o.due_at AS "dueAt"`

/** Names suspended for a violation by the day of their re-examination, with the order that suspended them. */
function reexaminations(from: string | null, backward: boolean, take: number): Promise<OrderRow[]> {
  const [past, order] = backward ? ['<', 'DESC'] : ['>', 'ASC']
  return db().$queryRawUnsafe<OrderRow[]>(
    `SELECT ${COLUMNS.replace('o.id::text', 'd.id::text')}, o.id::text AS "orderId", d.reexamine_at AS at
     FROM domain d JOIN LATERAL (SELECT * FROM name_order o WHERE o.domain_id = d.id
       AND o.kind = 'suspend-violation' AND o.state = 'DONE' ORDER BY o.id DESC LIMIT 1) o ON true
     WHERE d.reexamine_at IS NOT NULL AND d.released_at IS NULL AND ($1::uuid IS NULL
       OR (d.reexamine_at, d.id) ${past} ((SELECT reexamine_at FROM domain WHERE id = $1::uuid), $1::uuid))
     ORDER BY d.reexamine_at ${order}, d.id ${order} LIMIT $2`,
    from,
    take,
  )
}

export type OrderCounts = Readonly<Record<'waiting' | 'reexamine', number>>

/** How much waits: orders, and re-examinations whose day has come. */
export async function orderCounts(): Promise<OrderCounts> {
  const now = await businessNow()
  const [counts] = await db().$queryRaw<OrderCounts[]>`
    SELECT (SELECT count(*)::int FROM name_order WHERE state = 'WAITING') AS waiting,
      (SELECT count(*)::int FROM domain WHERE reexamine_at <= ${now} AND released_at IS NULL) AS reexamine`
  if (!counts) throw new Error('the orders could not be counted')
  return counts
}

export interface OrderView {
  readonly id: string
  readonly kind: OrderKind
  readonly state: OrderState
  readonly atOnce: boolean
  readonly reason: string
  readonly reference: string | null
  readonly note: string | null
  readonly ground: string | null
  /** `user:<id>` of who entered it. */
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly decidedAt: Date | null
  readonly dueAt: Date | null
  readonly doneAt: Date | null
  /** Names of the people, where people acted. */
  readonly enteredBy: string
  readonly decidedByName: string
  readonly now: Date
  readonly domain: {
    readonly id: string
    readonly dossierId: string
    readonly ownerId: string
    readonly nameAscii: string
    readonly nameUnicode: string
    readonly status: DomainStatus
    readonly timeZone: string
    readonly expiresAt: Date | null
    readonly violationSince: Date | null
    readonly reexamineAt: Date | null
    readonly renewingId: string | null
  }
}

/** One order whole; null when there is none. */
export async function orderView(orderId: string): Promise<OrderView | null> {
  if (!isId(orderId)) return null
  const row = await db().nameOrder.findUnique({ where: { id: orderId }, include: { domain: true } })
  if (!row) return null
  const ids = [row.requestedBy, row.decidedBy].flatMap((actor) => userIdOf(actor) ?? [])
  const [people, now] = await Promise.all([
    db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    businessNow(),
  ])
  const nameOf = (actor: string | null) => people.find(({ id }) => id === userIdOf(actor))?.name ?? ''
  return {
    ...row,
    kind: row.kind as OrderKind,
    enteredBy: nameOf(row.requestedBy),
    decidedByName: nameOf(row.decidedBy),
    now,
    domain: { ...row.domain, timeZone: zoneById(row.domain.zone).timeZone },
  }
}

function userIdOf(actor: string | null): string | undefined {
  return actor?.startsWith('user:') ? actor.slice('user:'.length) : undefined
}

/** What the page of a name tells of its orders. */
export interface NameOrders {
  readonly violationSince: Date | null
  readonly reexamineAt: Date | null
  /** The return that waits, and when it is carried out. */
  readonly waitingReturn: { readonly dueAt: Date | null } | null
  /** Whether it stands, so that it can be returned. */
  readonly canReturn: boolean
}

/** Orders on one name; the name is its reader's, as its page has found. */
export async function ordersOfName(domainId: string): Promise<NameOrders> {
  const [domain, order] = await Promise.all([
    db().domain.findUniqueOrThrow({
      where: { id: domainId },
      select: { violationSince: true, reexamineAt: true, status: true },
    }),
    db().nameOrder.findFirst({
      where: { domainId, kind: 'return', state: 'WAITING' },
      select: { dueAt: true },
    }),
  ])
  const standing = ['ACTIVE', 'EXPIRED', 'SUSPENDED', 'REDEMPTION', 'RECLAIM']
  return { ...domain, waitingReturn: order, canReturn: standing.includes(domain.status) }
}
