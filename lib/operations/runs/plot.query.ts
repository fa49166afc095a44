/** The coming days: how many names expire and how many are released on each, in two set-based reads. */
import { addDays, endOfDay, legalDay, type LegalDay } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
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

interface Counted {
  readonly day: LegalDay
  readonly count: number
}

/** Every day from today on, also those without any; `registry` narrows to one. What is overdue counts as today's. */
export async function comingDays(registry?: string): Promise<readonly PlotDay[]> {
  const now = await businessNow()
  const today = legalDay(now, PLOT_TIME_ZONE)
  const until = endOfDay(addDays(today, PLOT_DAYS - 1), PLOT_TIME_ZONE)
  const bounds = [now, until, PLOT_TIME_ZONE, registry ?? null] as const
  const [expiries, releases] = await Promise.all([
    db().$queryRawUnsafe<Counted[]>(EXPIRIES, ...bounds),
    db().$queryRawUnsafe<Counted[]>(RELEASES, ...bounds),
  ])
  const on = (rows: readonly Counted[]) => new Map(rows.map(({ day, count }) => [day, count]))
  const [expiring, releasing] = [on(expiries), on(releases)]
  return Array.from({ length: PLOT_DAYS }, (_none, index) => {
    const day = addDays(today, index)
    return { day, expiries: expiring.get(day) ?? 0, releases: releasing.get(day) ?? 0 }
  })
}

export const EXPIRIES = `
  SELECT to_char(expires_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, count(*)::int AS count FROM domain
  WHERE expires_at >= $1::timestamptz AND expires_at < $2::timestamptz AND released_at IS NULL
    AND ($4::text IS NULL OR registry = $4) GROUP BY 1`

export const RELEASES = `
  SELECT to_char(greatest(next_transition_at, $1::timestamptz) AT TIME ZONE $3, 'YYYY-MM-DD') AS day,
    count(*)::int AS count FROM domain
  WHERE status IN ('RECLAIM', 'PENDING_DELETE') AND next_transition_at < $2::timestamptz
    AND ($4::text IS NULL OR registry = $4) GROUP BY 1`
