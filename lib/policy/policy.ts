/**
 * The schema of a zone's policy: dated data with sources (DESIGN §4). A version holds the registry's binding
 * layer and the registrar's own; the registrar may only be stricter. Versions that overlap or are out of
 * order do not parse. Everything is plain JSON, so that an operator's version can be a row.
 */
import { z } from 'zod'
import { canonicalName } from '@/lib/kernel/names'
import { param } from './param'
import { PolicyError, type PolicyFault } from './fault'
import { layerFaults, zoneFaults } from './policy-faults'
import {
  activationNeedSchema,
  allotmentSchema,
  autoRenewalSchema,
  claimSchema,
  daySchema,
  delegationSchema,
  documentRuleSchema,
  feeTableSchema,
  feesSchema,
  lifeAfterExpirySchema,
  noticesSchema,
  periodsSchema,
  termsLinksSchema,
  timeSchema,
  transferSchema,
} from './policy-parts'

const registryLayerSchema = z.strictObject({
  periods: param(periodsSchema),
  suspensionAtExpiry: param(z.boolean()),
  lifeAfterExpiry: lifeAfterExpirySchema,
  renewalBarredWhile: param(z.array(z.enum(['in-transfer', 'in-reclaim']))),
  fees: feesSchema,
  documents: z.array(documentRuleSchema),
  delegation: delegationSchema,
  transfer: transferSchema,
  allotment: allotmentSchema,
  postalPaymentDays: param(z.int().min(0)),
  activation: z.array(activationNeedSchema),
  nameServers: param(z.strictObject({ min: z.int().min(0), max: z.int().min(1) })),
  terms: termsLinksSchema,
})

const registrarLayerSchema = z.strictObject({
  periods: param(periodsSchema).optional(),
  allotment: allotmentSchema.optional(),
  extraDocuments: z.array(documentRuleSchema),
  claim: claimSchema,
  renewalInvitation: param(z.strictObject({ before: z.literal('one month'), at: timeSchema })),
  notices: noticesSchema,
  autoRenewal: autoRenewalSchema,
})

/** One dated set of a zone's rules; it holds for anchor events on or after `from` (a local date). */
export const zoneVersionSchema = z
  .strictObject({
    from: param(daySchema),
    registry: registryLayerSchema,
    registrar: registrarLayerSchema,
  })
  .superRefine((version, context) => {
    for (const fault of layerFaults(version)) context.addIssue(issueOf(fault))
  })

const openingSchema = param(z.enum(['open', 'organisations only', 'closed']))

/** A suffix under which names are registered, and the fee class of names there unless a length class applies. */
const suffixSchema = z.strictObject({
  suffix: z.string().refine(isCanonical, 'a suffix is written as A-labels in lower case'),
  group: z.enum(['second-level', 'third-level', 'geographic']),
  nameClass: z.string().min(1),
  opening: openingSchema,
  idn: param(z.boolean()),
})

const zoneSchema = z
  .strictObject({
    zone: z.string().refine(isCanonical, 'a zone is written as A-labels in lower case'),
    registry: z.string().min(1),
    country: z.string().length(2),
    timeZone: z.string().min(1),
    cutOver: param(timeSchema),
    /** The days on which due work runs; working days are those of `country`. */
    processing: param(z.enum(['every day', 'working days'])),
    reception: z.strictObject({
      counter: param(
        z.strictObject({
          days: z.enum(['every day', 'working days']),
          hours: z.array(z.tuple([timeSchema, timeSchema])),
        }),
      ),
      online: param(z.literal('always')),
    }),
    nameSyntax: z.strictObject({
      letters: param(z.string()),
      /** Whole scripts that labels may be written in besides a–z and `letters`. */
      scripts: param(z.array(z.enum(['Han']))),
      minLength: param(z.int().min(1)),
      maxLength: param(z.int().max(63)),
    }),
    nameClasses: z.strictObject({
      idn: param(z.string()),
      byLength: z.array(
        z.strictObject({ suffix: z.string(), upTo: z.int().min(1), nameClass: param(z.string()) }),
      ),
    }),
    suffixes: z.array(suffixSchema).min(1),
    reserved: z.array(z.strictObject({ suffix: z.string(), labels: param(z.array(z.string())) })),
    versions: z.array(zoneVersionSchema).min(1),
  })
  .superRefine((zone, context) => {
    for (const fault of zoneFaults(zone)) context.addIssue(issueOf(fault))
  })

export type ZonePolicy = z.infer<typeof zoneSchema>
export type ZoneVersion = z.infer<typeof zoneVersionSchema>
export type ZoneSuffix = z.infer<typeof suffixSchema>
export type LifeAfterExpiry = z.infer<typeof lifeAfterExpirySchema>
export type DocumentRule = z.infer<typeof documentRuleSchema>
export type FeeTable = z.infer<typeof feeTableSchema>

/** Checks a zone's data; throws with the zone, the place and the fault, so that a wrong policy never starts. */
export function parseZone(data: unknown): ZonePolicy {
  return parsed(zoneSchema, data, nameOf(data))
}

/** Checks one version, such as an operator's own; throws as {@link parseZone}. */
export function parseVersion(data: unknown, zone: string): ZoneVersion {
  return parsed(zoneVersionSchema, data, `${zone} (operator's version)`)
}

function parsed<T>(schema: z.ZodType<T>, data: unknown, name: string): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new PolicyError(`policy of ${name}`, result.error.issues.map(faultOf))
}

function issueOf(fault: PolicyFault) {
  return { code: 'custom' as const, message: fault.text, params: { fault } }
}

/** The fault that a check found, else the value that is not of its form, with its place. */
function faultOf(issue: z.core.$ZodIssue): PolicyFault {
  if (issue.code === 'custom' && issue.params?.fault) return issue.params.fault as PolicyFault
  const path = issue.path.join('.') || 'zone'
  return { code: 'policy-fault-malformed', params: { path }, text: `${path}: ${issue.message}` }
}

function nameOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'zone' in data ? String(data.zone) : 'unnamed zone'
}

function isCanonical(text: string): boolean {
  const name = canonicalName(text)
  return name.ok && name.value.ascii === text
}
