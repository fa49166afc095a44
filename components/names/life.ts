/** A name's life as marks and phases, from its hold to its release. Pure. */
import type { NameView } from '@/lib/domains/manage/name.query'
import type { TimelineEvent, TimelineKind } from '@/lib/domains/timeline.rule'

export interface LifePoint {
  readonly kind: TimelineKind | 'held'
  readonly at: Date
}

export interface LifePhase {
  readonly kind: 'hold' | 'term' | 'renewable' | 'reclaim'
  readonly from: Date
  readonly to: Date
}

type LifeFacts = Pick<NameView, 'heldAt' | 'registeredAt' | 'expiresAt' | 'allotmentSlotAt' | 'timeline'>

/** Marks in order of time: the hold, the allotment, and each coming date. */
export function lifePoints(facts: LifeFacts): readonly LifePoint[] {
  const { heldAt, registeredAt, expiresAt, timeline } = facts
  const known: LifePoint[] = [{ kind: 'held', at: heldAt }]
  if (registeredAt) known.push({ kind: 'allotment', at: registeredAt })
  if (expiresAt && !find(timeline, 'expires')) known.push({ kind: 'expires', at: expiresAt })
  const coming = timeline.map(({ kind, at }) => ({ kind, at }))
  return [...known, ...coming].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The instant to show: a right that ends at midnight is told by its last day. */
export function shownAt({ kind, at }: LifePoint): Date {
  const isLastDay = kind === 'pay-by' || kind === 'last-day-to-renew'
  return isLastDay ? new Date(at.getTime() - 1) : at
}

/** The phases between them; those whose ends are not known are left out. */
export function lifePhases(facts: LifeFacts): readonly LifePhase[] {
  const { heldAt, timeline } = facts
  const begins = facts.registeredAt ?? find(timeline, 'allotment') ?? facts.allotmentSlotAt
  const expires = facts.expiresAt ?? find(timeline, 'expires')
  const last = find(timeline, 'last-day-to-renew')
  const released = find(timeline, 'released')
  return [
    phase('hold', heldAt, begins),
    phase('term', begins, expires),
    phase('renewable', expires, last),
    phase('reclaim', last, released),
  ].filter((entry) => entry !== null)
}

function phase(kind: LifePhase['kind'], from: Date | undefined, to: Date | undefined): LifePhase | null {
  return from && to && from < to ? { kind, from, to } : null
}

function find(timeline: readonly TimelineEvent[], kind: TimelineKind): Date | undefined {
  return timeline.find((event) => event.kind === kind)?.at
}
