/** Orders on names: what somebody other than time asks for, and whether it may be done (R-NS-34 to R-NS-37). */
import { nextWorkSlot, type WorkCalendar } from '@/lib/kernel/calendar'
import { addDays, legalDay, startOfDay } from '@/lib/kernel/days'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { DomainStatus } from '../lifecycle'

export const ORDER_KINDS = ['return', 'suspend-violation', 'lift-violation', 'reclaim'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** The reason of a reclaim that rests on a suspension for a violation, and falls with it. */
const GOES_ON = 'violation-goes-on'

/** Days from a suspension to its re-examination. */
export const REEXAMINATION_DAYS = 30

/** A name as an order finds it. */
export interface OrderedName {
  readonly ownerId: string
  readonly status: DomainStatus
  /** A paid renewal that the registry has not answered. */
  readonly renewingId: string | null
  readonly violationSince: Date | null
  readonly reexamineAt: Date | null
}

/** An order as it stands. */
export interface StandingOrder {
  readonly kind: string
  readonly state: string
  /** The name of the actor who entered it: `user:<id>`. */
  readonly requestedBy: string
  readonly dueAt: Date | null
}

/** Statuses in which a name stands at the registry and can be suspended. */
const SUSPENDABLE: readonly DomainStatus[] = ['ACTIVE', 'EXPIRED', 'SUSPENDED']
/** Statuses from which a name can be taken back; one in pending delete goes by itself. */
const STANDING: readonly DomainStatus[] = [...SUSPENDABLE, 'REDEMPTION', 'RECLAIM']

/** Nobody of the staff decides about a name of their own (DESIGN §9). */
function decideOtherOwner(name: OrderedName, agentId: string): Result<unknown> {
  return name.ownerId === agentId ? refuse('own-name') : ok()
}

/** R-NS-37, R-HK-12: a registered name can be suspended for a violation, whoever paid it until when. */
export function decideSuspension(name: OrderedName, agentId: string): Result<unknown> {
  const other = decideOtherOwner(name, agentId)
  if (!other.ok) return other
  if (!SUSPENDABLE.includes(name.status)) return refuse('name-not-suspendable')
  return name.violationSince ? refuse('violation-suspended-already', { rule: 'R-NS-37' }) : ok()
}

/** A suspension for a violation can be lifted at any time: what was settled or wrong need not wait 30 days. */
export function decideLift(name: OrderedName, agentId: string): Result<unknown> {
  const other = decideOtherOwner(name, agentId)
  if (!other.ok) return other
  return name.violationSince ? ok() : refuse('violation-not-suspended')
}

/**
 * R-NS-36: an authority's order reclaims a name at any time. R-NS-37: a violation that goes on does so once the
 * suspension was re-examined, which is due after 30 days.
 */
export function decideReclaim(
  name: OrderedName,
  order: { readonly reason: string; readonly agentId: string },
  now: Date,
): Result<unknown> {
  const other = decideOtherOwner(name, order.agentId)
  if (!other.ok) return other
  if (!STANDING.includes(name.status)) return refuse('name-not-standing')
  if (order.reason !== GOES_ON) return ok()
  if (!name.violationSince || !name.reexamineAt) return refuse('violation-not-suspended')
  return name.reexamineAt > now ? refuse('reexamination-too-early', { rule: 'R-NS-37' }) : ok()
}

/** Two persons (DESIGN §9): who entered a reclaim never decides it, nor does the holder of the name. */
export function decideSecondPerson(
  order: StandingOrder,
  name: OrderedName,
  person: { readonly actorName: string; readonly userId: string },
): Result<unknown> {
  if (order.kind !== 'reclaim') return refuse('not-found')
  if (order.state !== 'WAITING' || order.dueAt) return refuse('order-decided')
  if (order.requestedBy === person.actorName) return refuse('second-person-needed', { rule: 'R-NS-36' })
  return decideOtherOwner(name, person.userId)
}

/** R-NS-34: the holder can ask for a registered name to be deleted; never while a renewal of it runs. */
export function decideReturn(name: OrderedName): Result<unknown> {
  if (!STANDING.includes(name.status)) return refuse('name-not-standing')
  return name.renewingId ? refuse('return-while-renewing', { rule: 'R-NS-34' }) : ok()
}

/** What waits can be withdrawn until it is carried out. */
export function decideWithdrawal(order: StandingOrder): Result<unknown> {
  return order.state === 'WAITING' ? ok() : refuse('order-ended')
}

/** What a due order comes to on the name as it is now. */
export type Outcome = 'act' | 'postpone' | 'overtaken'

/** An order whose instant has come, and whether the name's suspension is ordered to be lifted. */
export interface DueOrder {
  readonly kind: string
  readonly reason: string
  readonly isLiftWaiting: boolean
}

/**
 * Decided again when it is due: time, a renewal or another order may have been there first. R-NS-37: a violation that
 * was lifted does not go on, and a new suspension has its own re-examination; while a lift waits, nothing is reclaimed
 * that could not be had back.
 */
export function decideCarryOut(order: DueOrder, name: OrderedName, now: Date): Outcome {
  const { kind } = order
  if (kind === 'suspend-violation') {
    return SUSPENDABLE.includes(name.status) && !name.violationSince ? 'act' : 'overtaken'
  }
  if (kind === 'lift-violation') {
    return name.violationSince && STANDING.includes(name.status) ? 'act' : 'overtaken'
  }
  if (!STANDING.includes(name.status)) return 'overtaken'
  const isForViolation = kind === 'reclaim' && order.reason === GOES_ON
  if (isForViolation && !isReexaminable(name, now)) return 'overtaken'
  if (isForViolation && order.isLiftWaiting) return 'postpone'
  // The registry's answer to a renewal must find the name where it left it.
  return name.renewingId ? 'postpone' : 'act'
}

function isReexaminable({ violationSince, reexamineAt }: OrderedName, now: Date): boolean {
  return violationSince !== null && reexamineAt !== null && reexamineAt <= now
}

/** R-NS-36: an order is due at once or in the next work slot, as its urgency asks. */
export function orderDue(atOnce: boolean, now: Date, calendar: WorkCalendar): Date {
  return atOnce ? now : nextWorkSlot(now, calendar).at
}

const PAUSE_MS = 5 * 60_000

/** When an order that had to wait is tried again: minutes later, or in the slot after. */
export function orderRetry(atOnce: boolean, now: Date, calendar: WorkCalendar): Date {
  const later = new Date(now.getTime() + PAUSE_MS)
  return atOnce ? later : nextWorkSlot(later, calendar).at
}

/** R-NS-37: the re-examination is due from the beginning of the suspension's legal day + 30. */
export function reexaminationOf(suspendedAt: Date, timeZone: string): Date {
  return startOfDay(addDays(legalDay(suspendedAt, timeZone), REEXAMINATION_DAYS), timeZone)
}

/** Whether the registry's hold stays when a violation's suspension is lifted: the name is suspended otherwise. */
export function isHeldOtherwise(status: DomainStatus): boolean {
  return status !== 'ACTIVE' && status !== 'EXPIRED'
}
