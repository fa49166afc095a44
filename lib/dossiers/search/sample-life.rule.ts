/** The life of a name that would be filed for and paid today: drawn on the start page and for each extension. */
import { type DrawnLife, drawnLife } from '@/lib/domains/calculator/phases.rule'
import { projectTimeline } from '@/lib/domains/timeline.rule'
import type { ZonePolicy } from '@/lib/policy/policy'

export interface SampleLife extends DrawnLife {
  readonly ascii: string
}

/** The dates of a name held at `heldAt` for `years` years and never renewed, with its phases. */
export function sampleLife(zone: ZonePolicy, ascii: string, heldAt: Date, years = 1): SampleLife {
  const subject = { zone, ascii, status: 'held', holdAt: heldAt, years } as const
  const events = projectTimeline(subject, zone.versions, heldAt)
  return { ascii, ...drawnLife(zone.timeZone, events, heldAt, 'held') }
}
