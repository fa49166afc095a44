/** The coming days: how many names expire and how many are released on each, in two set-based reads. */
import { LifePlanner } from '@/lib/domains/sweep/planner'
import { addDays, endOfDay, legalDay, type LegalDay } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { allZones } from '@/lib/policy/resolver'
import { ZONES } from '@/lib/policy/zones'

/** Days are the registrar's. */
export const PLOT_TIME_ZONE = 'Asia/Ho_Chi_Minh'
export const PLOT_DAYS = 90

export interface PlotDay {
  readonly day: LegalDay
  readonly expiries: number
  readonly releases: number
}

/** The registries that names can be at, by the policies. */
export const PLOT_REGISTRIES: readonly string[] = [...new Set(ZONES.map(({ registry }) => registry))].sort()

/** Kept from one look to the next: the dates of a half-day change only with a policy. */
const planner = new LifePlanner()

interface Counted {
  readonly day: LegalDay
  readonly count: number
}

/** Names that share every date of their life: they expire on one local day, on the same side of its cut-over. */
interface HalfDay {
  readonly zone: string
  readonly expiresAt: Date
  readonly names: number
}

/**
 * Every day from today on, also those without any; `registry` narrows to one. A release is where the timeline of each
 * name has it, whatever its status today, if nobody renews; what is overdue counts as today's.
 */
export async function comingDays(registry?: string): Promise<readonly PlotDay[]> {
  const now = await businessNow()
  const today = legalDay(now, PLOT_TIME_ZONE)
  const until = endOfDay(addDays(today, PLOT_DAYS - 1), PLOT_TIME_ZONE)
  const [expiring, halves] = await Promise.all([
    db().$queryRawUnsafe<Counted[]>(EXPIRIES, now, until, PLOT_TIME_ZONE, registry ?? null),
    db().$queryRawUnsafe<HalfDay[]>(HALF_DAYS, until, ...zoneColumns(registry)),
  ])
  const expiries = new Map(expiring.map(({ day, count }) => [day, count]))
  const releases = releasesByDay(halves, now)
  return Array.from({ length: PLOT_DAYS }, (_none, index) => {
    const day = addDays(today, index)
    return { day, expiries: expiries.get(day) ?? 0, releases: releases.get(day) ?? 0 }
  })
}

/** Each zone with its time zone and its cut-over, as columns. */
function zoneColumns(registry?: string): readonly [string[], string[], string[]] {
  const zones = allZones().filter((zone) => registry === undefined || zone.registry === registry)
  return [
    zones.map(({ zone }) => zone),
    zones.map(({ timeZone }) => timeZone),
    zones.map(({ cutOver }) => cutOver.value),
  ]
}

function releasesByDay(halves: readonly HalfDay[], now: Date): Map<LegalDay, number> {
  const releases = new Map<LegalDay, number>()
  for (const { zone, expiresAt, names } of halves) {
    const at = planner.next(zone, 'PENDING_DELETE', expiresAt)?.at
    if (!at) continue
    const day = legalDay(at > now ? at : now, PLOT_TIME_ZONE)
    releases.set(day, (releases.get(day) ?? 0) + names)
  }
  return releases
}

export const EXPIRIES = `
  SELECT to_char(expires_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, count(*)::int AS count FROM domain
  WHERE expires_at >= $1::timestamptz AND expires_at < $2::timestamptz AND released_at IS NULL
    AND ($4::text IS NULL OR registry = $4) GROUP BY 1`

export const HALF_DAYS = `
  SELECT z.zone, min(d.expires_at) AS "expiresAt", count(*)::int AS names
  FROM unnest($2::text[], $3::text[], $4::text[]) AS z (zone, time_zone, cut_over)
  JOIN domain d ON d.zone = z.zone AND d.expires_at < $1::timestamptz AND d.released_at IS NULL
  GROUP BY z.zone, (d.expires_at AT TIME ZONE z.time_zone)::date,
    (d.expires_at AT TIME ZONE z.time_zone)::time > z.cut_over::time
  ORDER BY 1, 2`
