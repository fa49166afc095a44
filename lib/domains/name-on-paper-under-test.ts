/** A registrar of one name on paper: what the sweep does, with variables for a database. For property tests. */
import { addYears } from '@/lib/kernel/days'
import type { ZonePolicy } from '@/lib/policy/policy'
import type { Step } from './life.rule'
import type { DomainStatus } from './lifecycle'
import { LifePlanner } from './sweep/planner'
import { decideTurn } from './sweep/turn.rule'
import { termDates } from './term'
import { lifeOf } from './timeline.rule'

/** One expiry with what was done about it, and the last sweep that saw it. */
export interface Term {
  readonly expiresAt: Date
  readonly done: { readonly step: Step; readonly at: Date }[]
  until: Date
}

const planner = new LifePlanner()

export class NameOnPaper {
  readonly terms: [Term, ...Term[]]
  private status: DomainStatus = 'ACTIVE'
  private nextTransitionAt: Date | null

  /** A name that is registered at `since` until `expiresAt`. */
  constructor(
    readonly zone: ZonePolicy,
    expiresAt: Date,
    since: Date,
  ) {
    this.terms = [{ expiresAt, done: [], until: since }]
    this.nextTransitionAt = termDates(zone, expiresAt).nextTransitionAt
  }

  private get term(): Term {
    return this.terms.at(-1) ?? this.terms[0]
  }

  /** The clock jumps to `now`; the sweep runs until nothing on its list is due. */
  sweep(now: Date): void {
    const { expiresAt, done } = this.term
    this.term.until = now
    while (this.nextTransitionAt && this.nextTransitionAt <= now) {
      const turn = decideTurn(planner, { zone: this.zone.zone, status: this.status, expiresAt }, now)
      if ('step' in turn) {
        done.push({ step: turn.step, at: now })
        this.status = turn.step.to
      }
      this.nextTransitionAt = 'step' in turn ? turn.nextAt : turn.at
    }
  }

  /** Renews if the right to do so has not ended. */
  renew(now: Date, years: number): void {
    const { expiresAt } = this.term
    const life = lifeOf(this.zone, this.zone.versions, expiresAt)
    const lastDay = life.find((event) => event.kind === 'last-day-to-renew')
    if (!lastDay || now >= lastDay.at) return
    const renewed = addYears(expiresAt, years, this.zone.timeZone)
    this.terms.push({ expiresAt: renewed, done: [], until: now })
    this.status = 'ACTIVE'
    this.nextTransitionAt = termDates(this.zone, renewed).nextTransitionAt
  }
}
