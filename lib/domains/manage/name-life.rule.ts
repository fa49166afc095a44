/** The dates of one name's life, as they were and as they will be. */
import { legalDay } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import type { DomainStatus } from '../lifecycle'
import type { TimelineEvent } from '../timeline-event'
import { lifeOf, projectTimeline } from '../timeline.rule'

export interface NameFacts {
  readonly nameAscii: string
  readonly status: DomainStatus
  readonly heldAt: Date
  readonly years: number
  readonly expiresAt: Date | null
  readonly releasedAt: Date | null
}

/**
 * Every date of the present term, past and to come, by the version in force at the expiry; of a held name those
 * from its hold on. What lay ahead of a name that was taken back does not come any more.
 */
export function lifeOfName(name: NameFacts, zone: ZonePolicy): readonly TimelineEvent[] {
  const { nameAscii, status, heldAt, years, expiresAt, releasedAt } = name
  if (status === 'HELD' || status === 'REGISTERING') {
    const subject = { zone, ascii: nameAscii, status: 'held', holdAt: heldAt, years } as const
    return projectTimeline(subject, zone.versions, heldAt)
  }
  if (!expiresAt) return []
  const life = lifeOf(zone, zone.versions, expiresAt)
  return status === 'RELEASED' && releasedAt ? endedAt(life, releasedAt, zone) : life
}

/** The dates that lie ahead. A released name has none. */
export function comingDates(life: readonly TimelineEvent[], now: Date): readonly TimelineEvent[] {
  return life.filter((event) => event.at >= now)
}

function endedAt(life: readonly TimelineEvent[], at: Date, zone: ZonePolicy): readonly TimelineEvent[] {
  const lived = life.filter((event) => event.at <= at)
  if (lived.some((event) => event.kind === 'released')) return lived
  const released = {
    kind: 'released',
    at,
    legalDay: legalDay(at, zone.timeZone),
    provisional: false,
  } as const
  return [...lived, released]
}
