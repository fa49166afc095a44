/** What a step asks of the registry; carried out as due work of its own (the status changes by itself). */
import { nextWorkSlot } from '@/lib/kernel/calendar'
import { calendarOf, policyStamp, zoneById } from '@/lib/policy/resolver'
import type { Step, StepCommand } from '../life.rule'

export interface Effect {
  readonly kind: 'domain-hold' | 'domain-delete' | 'domain-release'
  /** The work slot in which it goes out. */
  readonly dueAt: Date
}

const EFFECTS: Partial<Record<StepCommand, Effect['kind']>> = {
  suspend: 'domain-hold',
  'enter-redemption': 'domain-delete',
  release: 'domain-release',
}

const slots = new Map<string, Date>()

/** The registry's part of a step, in the first work slot at or after it; undefined when it has none. */
export function effectOf(zoneId: string, step: Step): Effect | undefined {
  const kind = EFFECTS[step.command]
  return kind && { kind, dueAt: slotFor(zoneId, step.at) }
}

/** Steps of one sweep fall on few instants; each slot is looked for once. */
function slotFor(zoneId: string, at: Date): Date {
  const key = `${policyStamp()} ${zoneId} ${at.getTime()}`
  const known = slots.get(key)
  if (known) return known
  if (slots.size > 1000) slots.clear()
  const slot = nextWorkSlot(at, calendarOf(zoneById(zoneId))).at
  slots.set(key, slot)
  return slot
}
