import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { isDemo } from '@/lib/platform/env'

export interface DueRow {
  readonly at: Date
  readonly what: 'allotment' | 'correction' | 'payment'
  readonly nameUnicode: string
}

export interface ClockView {
  readonly now: Date
  readonly isMovable: boolean
  readonly due: readonly DueRow[]
  readonly moves: readonly {
    readonly id: string
    readonly target: Date
    readonly requestedAt: Date
    readonly finishedAt: Date | null
    readonly reachedAt: Date | null
    readonly problem: string | null
  }[]
}

const SHOWN = 20

/** The business clock, what falls due next, and the latest moves of the clock. */
export async function clockView(): Promise<ClockView> {
  const [now, domains, dossiers, moves] = await Promise.all([
    businessNow(),
    db().domain.findMany({
      where: { nextTransitionAt: { not: null } },
      orderBy: { nextTransitionAt: 'asc' },
      take: SHOWN,
    }),
    db().dossier.findMany({
      where: { nextTransitionAt: { not: null } },
      orderBy: { nextTransitionAt: 'asc' },
      take: SHOWN,
    }),
    db().clockMove.findMany({ orderBy: { requestedAt: 'desc' }, take: 10 }),
  ])
  const due: DueRow[] = [
    ...domains.map((row) => ({
      at: row.nextTransitionAt ?? now,
      what: 'allotment' as const,
      nameUnicode: row.nameUnicode,
    })),
    ...dossiers.map((row) => ({
      at: row.nextTransitionAt ?? now,
      what: row.status === 'ACCEPTED' ? ('payment' as const) : ('correction' as const),
      nameUnicode: row.nameUnicode,
    })),
  ]
  due.sort((a, b) => a.at.getTime() - b.at.getTime())
  return { now, isMovable: isDemo(), due: due.slice(0, SHOWN), moves }
}
