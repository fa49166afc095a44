/** Which documents an application needs, and who may file it. */
import type { z } from 'zod'
import type { LegalDay } from '@/lib/kernel/days'
import { ok, refuse, type Result, type RuleId } from '@/lib/kernel/result'
import { documentRulesOf } from './effective'
import { ruleOf } from './param'
import type { DocumentRule, ZoneVersion } from './policy'
import type {
  applicantKindSchema,
  channelSchema,
  documentKindSchema,
  filingSchema,
  operationSchema,
} from './policy-parts'

export type ApplicantKind = z.infer<typeof applicantKindSchema>
export type Filing = z.infer<typeof filingSchema>
export type Channel = z.infer<typeof channelSchema>
export type DocumentOperation = z.infer<typeof operationSchema>
export type DocumentKind = z.infer<typeof documentKindSchema>

/** Who files, how, and what for. */
export interface FilingSituation {
  readonly applicantKind: ApplicantKind
  readonly filing: Filing
  readonly channel: Channel
  readonly operation: DocumentOperation
}

/**
 * A document that must be there. `providedBy: 'portal'` is made by the portal and accepted online by the
 * applicant; `upload` is handed in. `rule` is missing where the registrar asks of its own accord.
 */
export interface RequiredDocument {
  readonly kind: DocumentKind
  readonly copies: number
  readonly notarised: boolean
  readonly original: boolean
  readonly providedBy: 'portal' | 'upload'
  readonly rule?: RuleId
}

/** The documents of an application (R-NS-02, R-NS-09 to R-NS-12), in the order in which the rules list them. */
export function requiredDocuments(
  situation: FilingSituation,
  version: ZoneVersion,
): readonly RequiredDocument[] {
  return documentRulesOf(version)
    .filter((document) => applies(document, situation))
    .map(({ kind, need }) => {
      const rule = ruleOf(need)
      return { kind, ...need.value, ...(rule && { rule }) }
    })
}

/**
 * Who may file for whom: for an organisation only an organisation (R-NS-10), for an individual a person
 * (R-NS-12). Refuses `delegate-must-be-organisation` and `delegate-must-be-individual`.
 */
export function decideDelegation(
  { applicantKind, delegateKind }: { applicantKind: ApplicantKind; delegateKind: ApplicantKind },
  version: ZoneVersion,
): Result<'allowed'> {
  const allowed = version.registry.delegation[applicantKind]
  if (allowed.value.includes(delegateKind)) return ok('allowed')
  const code = delegateKind === 'individual' ? 'delegate-must-be-organisation' : 'delegate-must-be-individual'
  return refuse(code, { ...ruleDetail(ruleOf(allowed)), field: 'delegateKind' })
}

/** What a power of attorney says. `names` are canonical A-labels; `validUntil` is its last day, if it has one. */
export interface PowerOfAttorney {
  readonly delegateKind: ApplicantKind
  readonly fullName: string
  readonly dateOfBirth?: LegalDay
  readonly identityNumber?: string
  readonly names: readonly string[]
  readonly operations: readonly DocumentOperation[]
  /** Whether it states the duties that follow (contacts, technical management, yearly fee). */
  readonly dutiesStated: boolean
  readonly validUntil?: LegalDay
}

/**
 * Whether a power of attorney covers a filing. An organisation's states whom, the scope and the duties
 * (R-NS-10); an individual's names the delegate by full name, date of birth and identity number, and which
 * dossier of which name (R-NS-12). Refuses as {@link decideDelegation}, and `delegation-incomplete`,
 * `delegation-ended`, `delegation-out-of-scope`.
 */
export function decidePowerOfAttorney(
  power: PowerOfAttorney,
  filing: { applicantKind: ApplicantKind; ascii: string; operation: DocumentOperation; day: LegalDay },
  version: ZoneVersion,
): Result<'covered'> {
  const kind = decideDelegation({ ...filing, delegateKind: power.delegateKind }, version)
  if (!kind.ok) return kind
  const rule: RuleId = filing.applicantKind === 'organisation' ? 'R-NS-10' : 'R-NS-12'
  if (!isComplete(power, filing.applicantKind)) return refuse('delegation-incomplete', { rule })
  if (power.validUntil && power.validUntil < filing.day) {
    return refuse('delegation-ended', { rule, params: { day: power.validUntil } })
  }
  const covers = power.names.includes(filing.ascii) && power.operations.includes(filing.operation)
  return covers ? ok('covered') : refuse('delegation-out-of-scope', { rule, params: { name: filing.ascii } })
}

function isComplete(power: PowerOfAttorney, applicantKind: ApplicantKind): boolean {
  if (!power.fullName.trim()) return false
  if (applicantKind === 'organisation') return power.dutiesStated
  return Boolean(power.dateOfBirth && power.identityNumber)
}

function applies({ when }: DocumentRule, situation: FilingSituation): boolean {
  return (
    when.operation === situation.operation &&
    (when.applicantKind ?? situation.applicantKind) === situation.applicantKind &&
    (when.filing ?? situation.filing) === situation.filing &&
    (when.channel?.includes(situation.channel) ?? true)
  )
}

function ruleDetail(rule: RuleId | undefined): { rule?: RuleId } {
  return rule ? { rule } : {}
}
