/** Reviews that their agent has left lying. */
import { REVIEW_LEFT_MINUTES } from '@/lib/dossiers/review/review.rule'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'

const PAGE = 25

/** `left`: untouched so long that an agent could take it over; `all`: every review under way. */
export const REVIEW_FILTERS = ['left', 'all'] as const
export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

export interface ReviewUnderWay {
  readonly id: string
  readonly number: string
  readonly nameUnicode: string
  readonly agent: string
  readonly takenAt: Date | null
  /** By the system's clock. */
  readonly touchedAt: Date | null
}

/** Reviews last touched before this are left lying. */
export function leftBefore(now: Date): Date {
  return new Date(now.getTime() - REVIEW_LEFT_MINUTES * 60_000)
}

/** Reviews under way, newest dossier first, 25 a page. */
export function reviewsUnderWay(filter: ReviewFilter, cursor?: Cursor): Promise<Page<ReviewUnderWay>> {
  const touched = filter === 'left' ? { reviewTouchedAt: { lte: leftBefore(systemClock.now()) } } : {}
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const rows = await db().dossier.findMany({
      ...bounds,
      where: { status: 'IN_REVIEW', ...touched, ...bounds.where },
    })
    const agents = await db().user.findMany({
      where: { id: { in: rows.flatMap((row) => row.reviewerId ?? []) } },
      select: { id: true, name: true },
    })
    const names = new Map(agents.map((agent) => [agent.id, agent.name]))
    return rows.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      nameUnicode: row.nameUnicode,
      agent: names.get(row.reviewerId ?? '') ?? '',
      takenAt: row.reviewTakenAt,
      touchedAt: row.reviewTouchedAt,
    }))
  })
}
