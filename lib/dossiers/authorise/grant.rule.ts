/** Whether an authorisation to renew may be granted (R-VN-06, R-NS-12). */
import { isLegalDay } from '@/lib/kernel/day-text'
import { addYears, type LegalDay, legalDay, startOfDay } from '@/lib/kernel/days'
import { ok, refuse, type Refused, type Result } from '@/lib/kernel/result'
import { MOST_YEARS } from '@/lib/domains/authorise/authorise.input'

/** A name that somebody else shall renew. */
export interface NameToAuthorise {
  readonly nameUnicode: string
  readonly ownerId: string
  /** Registered, and not released since. */
  readonly isStanding: boolean
  /** As its dossier declares it. */
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
}

/**
 * R-VN-06 is for organisations. An individual renews themselves, or sends somebody to the desk with a notarised power
 * of attorney (R-NS-12).
 */
export function decideNameToAuthorise(name: NameToAuthorise | undefined, userId: string): Result<unknown> {
  if (!name || name.ownerId !== userId) return refuse('not-found')
  const about = { field: 'domainIds', params: { name: name.nameUnicode } }
  if (!name.isStanding) return refuse('authorisation-not-registered', { ...about, rule: 'R-VN-02' })
  if (name.applicantKind === 'ORGANISATION') return ok()
  return refuse('authorisation-individual', { ...about, rule: 'R-NS-12' })
}

/** A document that was handed in as the written authorisation. */
export interface Paper {
  readonly uploadedById: string
  /** It is kept with one of the names. */
  readonly isWithNames: boolean
  /** Another authorisation rests on it. */
  readonly isUsed: boolean
}

export interface GrantQuestion {
  readonly grantor: { readonly userId: string; readonly email: string }
  readonly names: readonly (NameToAuthorise | undefined)[]
  readonly paper: Paper | null
  readonly email: string
  readonly fromDay: LegalDay
  readonly untilDay: LegalDay
  /** Today in the registrar's time zone. */
  readonly today: LegalDay
}

/**
 * R-VN-06: an organisation authorises another person, in writing, for certain names and certain days, from today on
 * and for ten years at most. Refuses with the first name that does not belong in it.
 */
export function decideGrant(question: GrantQuestion): Result<unknown> {
  const { grantor, names, paper, email } = question
  for (const name of names) {
    const decided = decideNameToAuthorise(name, grantor.userId)
    if (!decided.ok) return decided
  }
  const usable = paper?.uploadedById === grantor.userId && paper.isWithNames && !paper.isUsed
  if (!usable) return refuse('authorisation-paper-missing', { rule: 'R-VN-06', field: 'documentId' })
  if (email === grantor.email) return refuse('authorisation-self', { field: 'email' })
  return decideDays(question) ?? ok()
}

function decideDays({ fromDay, untilDay, today }: GrantQuestion): Refused | undefined {
  if (!isLegalDay(fromDay)) return refuse('date-invalid', { field: 'fromDay' })
  if (!isLegalDay(untilDay)) return refuse('date-invalid', { field: 'untilDay' })
  if (fromDay < today) return refuse('authorisation-begins-before', { field: 'fromDay' })
  if (untilDay < fromDay) return refuse('authorisation-ends-before', { field: 'untilDay' })
  if (untilDay <= lastDayFrom(fromDay)) return undefined
  return refuse('authorisation-too-long', { field: 'untilDay', params: { years: MOST_YEARS } })
}

/** The last day that an authorisation from a day on may have. */
export function lastDayFrom(fromDay: LegalDay): LegalDay {
  return legalDay(addYears(startOfDay(fromDay, 'UTC'), MOST_YEARS, 'UTC'), 'UTC')
}
