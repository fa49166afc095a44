/** A registrar of one name on paper: what the sweep does, with a variable for a database. For property tests. */
import { addYears } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import { nextStep, type Step } from './life.rule'
import type { DomainStatus } from './lifecycle'
import { lifeOf } from './timeline.rule'

/** Something that happened: a step of time, or a renewal. */
export interface Happened {
  readonly what: Step | 'renew'
  readonly at: Date
  /** The expiry that it belongs to. */
  readonly expiresAt: Date
}

export class NameOnPaper {
  status: DomainStatus = 'ACTIVE'
  readonly history: Happened[] = []

  constructor(
    readonly zone: ZonePolicy,
    public expiresAt: Date,
  ) {}

  /** The clock jumps to `now`; everything due until then happens, in order. */
  sweep(now: Date): void {
    for (;;) {
      const step = nextStep(this.zone, this.status, this.expiresAt)
      if (!step || step.at > now) return
      this.history.push({ what: step, at: now, expiresAt: this.expiresAt })
      this.status = step.to
    }
  }

  /** Renews if the right to do so has not ended; whether it did. */
  renew(now: Date, years: number): boolean {
    const lastDay = lifeOf(this.zone, this.zone.versions, this.expiresAt).find(
      (event) => event.kind === 'last-day-to-renew',
    )
    if (!lastDay || now >= lastDay.at) return false
    this.history.push({ what: 'renew', at: now, expiresAt: this.expiresAt })
    this.expiresAt = addYears(this.expiresAt, years, this.zone.timeZone)
    this.status = 'ACTIVE'
    return true
  }
}
