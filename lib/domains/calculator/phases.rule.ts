/** The stretches of a name's life between its dates: what the drawings show as bands. */
import type { TimelineEvent, TimelineKind } from '../timeline-event'

export type PhaseKind = 'held' | 'term' | 'renewable' | 'redemption' | 'reclaim' | 'deletion' | 'free'

/** A stretch of a name's life between two of its dates. */
export interface Phase {
  readonly kind: PhaseKind
  readonly from: Date
  readonly to: Date
}

/** A life as it is drawn: from an instant to one after its last date. */
export interface DrawnLife {
  readonly timeZone: string
  readonly from: Date
  readonly until: Date
  readonly events: readonly TimelineEvent[]
  readonly phases: readonly Phase[]
}

/** Which date begins which phase. */
const BEGINS: Partial<Record<TimelineKind, PhaseKind>> = {
  allotment: 'term',
  expires: 'renewable',
  redemption: 'redemption',
  reclaim: 'reclaim',
  'pending-delete': 'deletion',
  released: 'free',
}
const DAY_MS = 24 * 3_600_000
const AFTER_RELEASE_MS = 21 * DAY_MS
/** How much of a term is drawn whose beginning is not known. */
const TERM_MS = 60 * DAY_MS

/** A term that ends at `expiresAt` as it is drawn, from the registration where that is known. */
export function drawnTerm(
  timeZone: string,
  events: readonly TimelineEvent[],
  { expiresAt, registeredAt }: { expiresAt: Date; registeredAt?: Date },
): DrawnLife {
  const from = registeredAt ?? new Date(expiresAt.getTime() - TERM_MS)
  return drawnLife(timeZone, events, from, 'term')
}

/** A life from an instant in its phase `first`, to three weeks after its last date. */
export function drawnLife(
  timeZone: string,
  events: readonly TimelineEvent[],
  from: Date,
  first: PhaseKind,
): DrawnLife {
  const until = new Date((events.at(-1)?.at ?? from).getTime() + AFTER_RELEASE_MS)
  return { timeZone, from, until, events, phases: phasesOf(events, { from, until, first }) }
}

/** The phases between the dates that begin one, without gaps from `from` to `until`; none of no length. */
export function phasesOf(
  events: readonly Pick<TimelineEvent, 'kind' | 'at'>[],
  { from, until, first }: { from: Date; until: Date; first: PhaseKind },
): readonly Phase[] {
  const starts: { kind: PhaseKind; from: Date }[] = [{ kind: first, from }]
  for (const event of events) {
    const kind = BEGINS[event.kind]
    if (kind && event.at >= from) starts.push({ kind, from: event.at })
  }
  return starts
    .map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? until }))
    .filter((phase) => phase.from < phase.to)
}
