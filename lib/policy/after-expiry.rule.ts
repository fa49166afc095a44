/** What follows an expiry, phase by phase, as a version lays it down (R-HO-07, R-HO-10, R-NS-29, R-VN-04). */
import type { Param } from './param'
import type { LifeAfterExpiry } from './policy'

export const AFTER_EXPIRY_KINDS = ['grace', 'redemption', 'reclaim', 'pending-delete'] as const
export type AfterExpiryKind = (typeof AFTER_EXPIRY_KINDS)[number]

/** One phase: so many days, and what a renewal in it costs besides; none is renewable without `renewable`. */
export interface AfterExpiryPhase {
  readonly kind: AfterExpiryKind
  readonly days: Param<number>
  /** What the days are counted from: the event, or the end of the phase before. */
  readonly from: 'expiry' | 'suspension' | 'phase before'
  readonly renewable: boolean
  /** The fee paid in addition to the yearly one, where the fee list has it. */
  readonly surcharge?: 'reactivation' | 'redemption'
}

/** The phases in order; those of no day are left out. */
export function phasesAfterExpiry(life: LifeAfterExpiry): readonly AfterExpiryPhase[] {
  return allPhases(life).filter((phase) => phase.days.value > 0)
}

function allPhases(life: LifeAfterExpiry): readonly AfterExpiryPhase[] {
  const grace = { kind: 'grace', renewable: true, surcharge: 'reactivation' } as const
  const after = { from: 'phase before', renewable: false } as const
  if (life.kind === 'grace') return [{ ...grace, days: life.graceDays, from: 'expiry' }]
  if (life.kind === 'reclaim') {
    return [
      { ...grace, days: life.renewableDays, from: 'suspension' },
      { ...after, kind: 'reclaim', days: life.releaseWithinDays },
    ]
  }
  return [
    { ...grace, days: life.graceDays, from: 'expiry' },
    {
      kind: 'redemption',
      days: life.redemptionDays,
      from: life.graceDays.value > 0 ? 'phase before' : 'expiry',
      renewable: true,
      surcharge: 'redemption',
    },
    { ...after, kind: 'pending-delete', days: life.pendingDeleteDays },
  ]
}
