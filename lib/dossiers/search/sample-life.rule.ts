/** The life of a name that would be filed for and paid today: drawn on the start page and for each extension. */
import { projectTimeline, type TimelineEvent, type TimelineKind } from '@/lib/domains/timeline.rule'
import type { ZonePolicy } from '@/lib/policy/policy'

export type PhaseKind = 'held' | 'term' | 'renewable' | 'redemption' | 'reclaim' | 'deletion' | 'free'

/** A stretch of a name's life between two of its dates. */
export interface Phase {
  readonly kind: PhaseKind
  readonly from: Date
  readonly to: Date
}

export interface SampleLife {
  readonly ascii: string
  readonly timeZone: string
  /** When it is held: the start of the line. */
  readonly heldAt: Date
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
const AFTER_RELEASE_MS = 21 * 24 * 3_600_000

/** The dates of a name held at `heldAt` for `years` years and never renewed, with its phases. */
export function sampleLife(zone: ZonePolicy, ascii: string, heldAt: Date, years = 1): SampleLife {
  const subject = { zone, ascii, status: 'held', holdAt: heldAt, years } as const
  const events = projectTimeline(subject, zone.versions, heldAt)
  const until = new Date((events.at(-1)?.at ?? heldAt).getTime() + AFTER_RELEASE_MS)
  return { ascii, timeZone: zone.timeZone, heldAt, until, events, phases: phasesOf(events, heldAt, until) }
}

/** The phases between the dates that begin one, without gaps from `from` to `until`. */
export function phasesOf(events: readonly TimelineEvent[], from: Date, until: Date): readonly Phase[] {
  const starts: { kind: PhaseKind; from: Date }[] = [{ kind: 'held', from }]
  for (const event of events) {
    const kind = BEGINS[event.kind]
    if (kind) starts.push({ kind, from: event.at })
  }
  return starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? until }))
}
