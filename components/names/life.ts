/** A name's life as marks and phases, from its hold to its release. Pure. */
import { type Phase, phasesOf } from '@/lib/domains/calculator/phases.rule'
import type { NameView } from '@/lib/domains/manage/name.query'
import type { TimelineKind } from '@/lib/domains/timeline-event'

export interface LifePoint {
  readonly kind: TimelineKind | 'held'
  readonly at: Date
}

interface Dated {
  readonly kind: TimelineKind
  readonly at: Date
}

type LifeFacts = Pick<NameView, 'heldAt' | 'registeredAt'> & { readonly life: readonly Dated[] }

/** Marks in order of time: the hold, the allotment, and each date of the term, past or to come. */
export function lifePoints(facts: LifeFacts): readonly LifePoint[] {
  return [{ kind: 'held' as const, at: facts.heldAt }, ...dates(facts)]
}

/** The instant to show: a right that ends at midnight is told by its last day. */
export function shownAt({ kind, at }: LifePoint): Date {
  const isLastDay = kind === 'pay-by' || kind === 'last-day-to-renew'
  return isLastDay ? new Date(at.getTime() - 1) : at
}

/** The phases between them, to the last date. */
export function lifePhases(facts: LifeFacts): readonly Phase[] {
  const events = dates(facts)
  return phasesOf(events, { from: facts.heldAt, until: events.at(-1)?.at ?? facts.heldAt, first: 'held' })
}

/** The allotment of a registered name is what happened; of a held one it is the date to come. */
function dates({ registeredAt, life }: LifeFacts): readonly Dated[] {
  const allotted = registeredAt ? [{ kind: 'allotment' as const, at: registeredAt }] : []
  return [...allotted, ...life].sort((a, b) => a.at.getTime() - b.at.getTime())
}
