/** The way of an application from filing to the name, as far as it is known. Pure. */
import type { DossierStatus } from '@/lib/dossiers/lifecycle'

export const PROGRESS = ['filed', 'reviewed', 'paid', 'held', 'allotted'] as const
export type ProgressKey = (typeof PROGRESS)[number]

export interface ProgressEntry {
  readonly key: ProgressKey | 'ended'
  readonly state: 'done' | 'current' | 'open'
  /** When it was, or when it is due. */
  readonly at?: Date
  readonly rule?: string
}

/** What the way is told from. */
export interface ProgressFacts {
  readonly status: DossierStatus
  readonly filedAt: Date | null
  readonly decidedAt: Date | null
  readonly paidAt: Date | null
  readonly dueAt: Date | null
  readonly hold: { readonly heldAt: Date; readonly allotmentSlotAt: Date } | null
  readonly history: readonly { readonly to: string; readonly at: Date }[]
}

const ENDED: readonly DossierStatus[] = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'FAILED']

/** Each mark of the way with its date; after an end only what was reached, and the end. */
export function progressOf(facts: ProgressFacts): readonly ProgressEntry[] {
  const entries = [filed(facts), reviewed(facts), paid(facts), held(facts), allotted(facts)]
  if (!ENDED.includes(facts.status)) return entries
  const reached = entries.filter((entry) => entry.state === 'done')
  return [...reached, { key: 'ended', state: 'done', at: reachedAt(facts, facts.status) }]
}

/** When a status was last entered. */
export function reachedAt({ history }: Pick<ProgressFacts, 'history'>, status: string): Date | undefined {
  return history.findLast((event) => event.to === status)?.at
}

function filed({ filedAt }: ProgressFacts): ProgressEntry {
  const rule = 'R-NS-05'
  return filedAt
    ? { key: 'filed', state: 'done', at: filedAt, rule }
    : { key: 'filed', state: 'current', rule }
}

function reviewed({ status, filedAt, decidedAt }: ProgressFacts): ProgressEntry {
  const rule = 'R-NS-07'
  if (decidedAt && status !== 'REFUSED') return { key: 'reviewed', state: 'done', at: decidedAt, rule }
  return { key: 'reviewed', state: filedAt ? 'current' : 'open', rule }
}

function paid({ status, paidAt, filedAt, dueAt }: ProgressFacts): ProgressEntry {
  if (paidAt) return { key: 'paid', state: 'done', at: paidAt, rule: 'R-NS-24' }
  const due = status === 'ACCEPTED' && dueAt ? { at: dueAt } : {}
  return { key: 'paid', state: filedAt ? 'current' : 'open', ...due }
}

function held({ hold }: ProgressFacts): ProgressEntry {
  const rule = 'R-NS-08'
  return hold ? { key: 'held', state: 'done', at: hold.heldAt, rule } : { key: 'held', state: 'open', rule }
}

function allotted(facts: ProgressFacts): ProgressEntry {
  const rule = 'R-NS-08'
  if (facts.status === 'COMPLETED') {
    return { key: 'allotted', state: 'done', at: reachedAt(facts, 'COMPLETED'), rule }
  }
  const { hold } = facts
  if (!hold) return { key: 'allotted', state: 'open', rule }
  return { key: 'allotted', state: 'current', at: hold.allotmentSlotAt, rule }
}
