/** What a draft would change in the life of a name: its dates by the versions of today and with the draft. Pure. */
import { daysBetween, legalDay } from '@/lib/kernel/days'
import { noticePlan } from '@/lib/domains/notices.rule'
import type { TimelineEvent, TimelineKind } from '@/lib/domains/timeline-event'
import { lifeOf } from '@/lib/domains/timeline.rule'
import type { ZonePolicy } from '@/lib/policy/policy'

/** One date of a name, before and after; undefined on the side that has none. */
export interface DateChange {
  readonly kind: TimelineKind
  readonly before?: Date
  readonly after?: Date
}

/** What one expiry has by both; null where no date can be computed (a year past 2100). */
export interface LifeChange {
  /** The dates that are another, in the order of the life. */
  readonly dates: readonly DateChange[]
  /** Whether messages after `now` are sent at other times. */
  readonly noticesMove: boolean
}

/** Compares the life of a name that ends at `expiresAt`, as two sets of a zone's versions have it. */
export function lifeChange(
  [before, after]: readonly [ZonePolicy, ZonePolicy],
  expiresAt: Date,
  now: Date,
): LifeChange | null {
  try {
    const lives = [before, after].map((zone) => lifeOf(zone, zone.versions, expiresAt))
    const notices = [before, after].map((zone) =>
      noticePlan(zone, expiresAt)
        .filter(({ at }) => at > now)
        .map(({ kind, at, days }) => `${kind} ${days ?? ''} ${at.getTime()}`)
        .join(),
    )
    return { dates: changesOf(lives[0] ?? [], lives[1] ?? []), noticesMove: notices[0] !== notices[1] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

function changesOf(before: readonly TimelineEvent[], after: readonly TimelineEvent[]): DateChange[] {
  const kinds = new Set([...after, ...before].map(({ kind }) => kind))
  return [...kinds].flatMap((kind) => {
    const [old, fresh] = [before, after].map((life) => life.find((event) => event.kind === kind)?.at)
    if (old?.getTime() === fresh?.getTime()) return []
    return [{ kind, ...(old && { before: old }), ...(fresh && { after: fresh }) }]
  })
}

/** How many names one date moves for, and by how many days at least and at most; later is positive. */
export interface MovedKind {
  readonly kind: TimelineKind
  readonly names: number
  readonly least?: number
  readonly most?: number
  /** Names that have the date only before, or only with the draft. */
  readonly lost: number
  readonly gained: number
}

/** Adds up what many names have in common. */
export class MovedDatesSum {
  private readonly kinds = new Map<TimelineKind, MovedKind>()

  constructor(private readonly timeZone: string) {}

  add({ kind, before, after }: DateChange, names: number): void {
    const days = before && after ? [this.shift(before, after)] : []
    const sum = this.kinds.get(kind)
    const shifts = [sum?.least ?? days, sum?.most ?? days, days].flat()
    this.kinds.set(kind, {
      kind,
      names: (sum?.names ?? 0) + names,
      ...(shifts.length > 0 && { least: Math.min(...shifts), most: Math.max(...shifts) }),
      lost: (sum?.lost ?? 0) + (before && !after ? names : 0),
      gained: (sum?.gained ?? 0) + (after && !before ? names : 0),
    })
  }

  list(): readonly MovedKind[] {
    return [...this.kinds.values()]
  }

  private shift(before: Date, after: Date): number {
    return daysBetween(legalDay(before, this.timeZone), legalDay(after, this.timeZone))
  }
}
