/** What a draft would change before anybody publishes it: counted over all names at once, shown for a few. */
import { db } from '@/lib/platform/db'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { versionsOf } from '@/lib/policy/resolver'
import { spanOf, type Span } from './apply.store'
import { type DateChange, lifeChange, type MovedKind, MovedDatesSum } from './effect.rule'

const SAMPLE = 20

export interface SampleName {
  readonly nameUnicode: string
  readonly expiresAt: Date
  readonly dates: readonly DateChange[]
}

export interface PolicyEffect {
  /** Names whose life the draft would rule. */
  readonly ruled: number
  /** Those of them of which a date, or a message still to come, moves. */
  readonly moved: number
  readonly messages: number
  readonly kinds: readonly MovedKind[]
  readonly sample: readonly SampleName[]
}

/** Names that share every date: they expire on one local day, on the same side of its cut-over. */
interface HalfDay {
  readonly expiresAt: Date
  readonly names: number
}

/** The effect of a draft on the names of its zone as they stand at `now`. */
export async function policyEffect(zone: ZonePolicy, draft: ZoneVersion, now: Date): Promise<PolicyEffect> {
  const span = spanOf(zone, draft.from.value)
  const both: readonly [ZonePolicy, ZonePolicy] = [
    zone,
    { ...zone, versions: [...versionsOf(zone, [draft])] },
  ]
  const sum = new MovedDatesSum(zone.timeZone)
  let [ruled, moved, messages] = [0, 0, 0]
  for (const { expiresAt, names } of await halfDays(zone, span)) {
    const change = lifeChange(both, expiresAt, now)
    ruled += names
    if (!change) continue
    for (const date of change.dates) sum.add(date, names)
    if (change.noticesMove) messages += names
    if (change.noticesMove || change.dates.length > 0) moved += names
  }
  const sample = moved > 0 ? await sampleOf(zone, span) : []
  return {
    ruled,
    moved,
    messages,
    kinds: sum.list(),
    sample: sample.map((name) => ({ ...name, dates: lifeChange(both, name.expiresAt, now)?.dates ?? [] })),
  }
}

async function halfDays(zone: ZonePolicy, { from, until }: Span): Promise<readonly HalfDay[]> {
  const { timeZone, cutOver } = zone
  return db().$queryRaw<HalfDay[]>`
    SELECT min(expires_at) AS "expiresAt", count(*)::int AS names FROM domain
    WHERE zone = ${zone.zone} AND status = 'ACTIVE' AND expires_at >= ${from}
      AND (${until}::timestamptz IS NULL OR expires_at < ${until})
    GROUP BY (expires_at AT TIME ZONE ${timeZone})::date,
      (expires_at AT TIME ZONE ${timeZone})::time > ${cutOver.value}::text::time
    ORDER BY 1`
}

/** The first names that the draft would rule, by their expiry. */
async function sampleOf(zone: ZonePolicy, { from, until }: Span) {
  return db().$queryRaw<{ nameUnicode: string; expiresAt: Date }[]>`
    SELECT name_unicode AS "nameUnicode", expires_at AS "expiresAt" FROM domain
    WHERE zone = ${zone.zone} AND status = 'ACTIVE' AND expires_at >= ${from}
      AND (${until}::timestamptz IS NULL OR expires_at < ${until})
    ORDER BY expires_at, id LIMIT ${SAMPLE}`
}
