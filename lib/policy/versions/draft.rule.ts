/** Who may do what with a draft, and which drafts can hold at all (DESIGN §4, §9). */
import type { LegalDay } from '@/lib/kernel/days'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { PolicyError, refuseFault } from '../fault'
import { feesEndFaults, moneyFaults } from '../fee-faults'
import { assumed, publicly } from '../param'
import { parseVersion, type ZonePolicy, type ZoneVersion } from '../policy'
import { versionsOf } from '../resolver'
import type { Basis } from './fields.rule'

/** A draft as a decision needs it. */
export interface StandingDraft {
  readonly zone: string
  readonly from: string
  readonly state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN'
  readonly authorId: string
  readonly contentHash: string
}

/** What a zone is like when a version is to begin on a day. */
export interface Beginning {
  readonly zone: ZonePolicy
  readonly from: string
  /** Today in the zone's time zone. */
  readonly today: LegalDay
  /** Whether a name that expires on or after that day has begun its life after expiry by another version. */
  readonly isLivedIn: boolean
}

/** A version begins in the future, on a day of its own, and never under names that already live by another. */
export function decideBeginning({ zone, from, today, isLivedIn }: Beginning): Result<unknown> {
  if (from <= today) return refuse('policy-from-past', { field: 'from', params: { day: today } })
  if (zone.versions.some((version) => version.from.value === from)) {
    return refuse('policy-from-taken', { field: 'from', params: { day: from } })
  }
  return isLivedIn ? refuse('policy-version-used', { field: 'from', params: { day: from } }) : ok()
}

/** Only a draft changes, and only by its author: what the second person sees is then another's work. */
export function decideChange(draft: StandingDraft, userId: string): Result<unknown> {
  if (draft.state !== 'DRAFT') return refuse('policy-not-draft')
  return draft.authorId === userId ? ok() : refuse('policy-not-author')
}

/** A second person publishes, and exactly what they were shown. */
export function decidePublication(draft: StandingDraft, userId: string, shownHash: string): Result<unknown> {
  if (draft.state !== 'DRAFT') return refuse('policy-not-draft')
  if (draft.authorId === userId) return refuse('policy-own-draft')
  return draft.contentHash === shownHash ? ok() : refuse('policy-draft-changed')
}

/**
 * Content by the schema of policies that fits among the zone's versions and can be quoted, invoiced and charged by.
 * Refuses with the first fault, `policy-fault-…`.
 */
export function decideContent(zone: ZonePolicy, content: unknown): Result<ZoneVersion> {
  const read = readContent(zone, content)
  if (!read.ok) return read
  return orFault(() => {
    const faults = [...moneyFaults(read.value), ...feesEndFaults(versionsOf(zone, [read.value]))]
    return faults.length === 0 ? read : refuseFault(faults)
  })
}

/** Content by the schema alone: what a draft holds while its author mends it. Refuses as {@link decideContent}. */
export function readContent(zone: ZonePolicy, content: unknown): Result<ZoneVersion> {
  return orFault(() => ok(parseVersion(content, zone.zone)))
}

/** What `decide` comes to, or the refusal for the faults that it throws. */
function orFault<T>(decide: () => Result<T>): Result<T> {
  try {
    return decide()
  } catch (error) {
    if (error instanceof PolicyError) return refuseFault(error.faults)
    throw error
  }
}

/** What changed values rest on: a public document with its date, else the operator's reason, which is assumed. */
export function basisOf({ reason, documentDate }: { reason: string; documentDate?: string }): Basis {
  return (value) => (documentDate ? publicly(value, reason, documentDate) : assumed(value, reason))
}
