import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { isDemo } from '@/lib/platform/env'

/** What falls due by the business clock; the words of each are `operator.clock.kind`. */
export const DUE_KINDS = [
  'allotment',
  'correction',
  'payment',
  'expire',
  'change',
  'release',
  'notice',
  'charge',
  'registry',
  'order',
  'reexamination',
  'money-return',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

export interface DueRow {
  readonly at: Date
  readonly what: DueKind
  /** The name it is about; null where it is about something else. */
  readonly nameUnicode: string | null
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

const SHOWN = 25

/** The business clock, what falls due next, and the latest moves of the clock. */
export async function clockView(): Promise<ClockView> {
  const [now, due, moves] = await Promise.all([
    businessNow(),
    dueNext(),
    db().clockMove.findMany({ orderBy: { requestedAt: 'desc' }, take: 10 }),
  ])
  return { now, isMovable: isDemo(), due, moves }
}

/** The next of all kinds together: each kind gives its own first few from its index, and these are merged. */
function dueNext(): Promise<DueRow[]> {
  return db().$queryRaw<DueRow[]>`
    (SELECT next_transition_at AS at, name_unicode AS "nameUnicode",
      CASE status WHEN 'HELD' THEN 'allotment' WHEN 'ACTIVE' THEN 'expire'
        WHEN 'RECLAIM' THEN 'release' WHEN 'PENDING_DELETE' THEN 'release' ELSE 'change' END AS what
      FROM domain WHERE next_transition_at IS NOT NULL ORDER BY next_transition_at, id LIMIT ${SHOWN})
    UNION ALL
    (SELECT next_transition_at, name_unicode, CASE status WHEN 'ACCEPTED' THEN 'payment' ELSE 'correction' END
      FROM dossier WHERE next_transition_at IS NOT NULL ORDER BY next_transition_at LIMIT ${SHOWN})
    UNION ALL
    (SELECT next_notice_at, name_unicode, 'notice' FROM domain
      WHERE next_notice_at IS NOT NULL AND renewing_id IS NULL
      ORDER BY next_notice_at, id LIMIT ${SHOWN})
    UNION ALL
    (SELECT next_charge_at, name_unicode, 'charge' FROM domain WHERE next_charge_at IS NOT NULL
      ORDER BY next_charge_at, id LIMIT ${SHOWN})
    UNION ALL
    (SELECT c.due_at, d.name_unicode, 'registry' FROM registry_command c
      LEFT JOIN domain d ON c.subject_type = 'domain' AND d.id = c.subject_id
      WHERE c.due_at IS NOT NULL AND c.state = 'QUEUED' ORDER BY c.due_at, c.id LIMIT ${SHOWN})
    UNION ALL
    (SELECT o.due_at, d.name_unicode, 'order' FROM name_order o JOIN domain d ON d.id = o.domain_id
      WHERE o.state = 'WAITING' AND o.due_at IS NOT NULL ORDER BY o.due_at, o.id LIMIT ${SHOWN})
    UNION ALL
    (SELECT reexamine_at, name_unicode, 'reexamination' FROM domain
      WHERE reexamine_at IS NOT NULL AND released_at IS NULL ORDER BY reexamine_at, id LIMIT ${SHOWN})
    UNION ALL
    (SELECT return_due_at, NULL, 'money-return' FROM provider_event WHERE return_due_at IS NOT NULL
      ORDER BY return_due_at LIMIT ${SHOWN})
    ORDER BY at, what, "nameUnicode" LIMIT ${SHOWN}`
}
