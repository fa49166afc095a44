/** What is stored of a term that begins or is renewed. */
import type { ZonePolicy } from '@/lib/policy/policy'
import { stepsAfter } from './life.rule'
import { noticePlan } from './notices.rule'

export interface TermDates {
  readonly expiresAt: Date
  readonly nextTransitionAt: Date | null
  readonly nextNoticeAt: Date | null
}

/** The expiry with the first change and the first notice that follow from it, by the version in force then. */
export function termDates(zone: ZonePolicy, expiresAt: Date): TermDates {
  return {
    expiresAt,
    nextTransitionAt: stepsAfter(zone, expiresAt)[0]?.at ?? null,
    nextNoticeAt: noticePlan(zone, expiresAt)[0]?.at ?? null,
  }
}
