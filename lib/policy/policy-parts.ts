/** The typed parameters of a zone version: what may be laid down, not what is. Everything is plain JSON. */
import { z } from 'zod'
import { isLegalDay } from '@/lib/kernel/day-text'
import { CURRENCIES, isCurrency, type Currency } from '@/lib/kernel/money'
import { param, ruleSchema } from './param'

export const daySchema = z.string().refine(isLegalDay, 'a date is written YYYY-MM-DD')
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM')
const count = z.int().min(0)
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code is written in kebab-case')

/** Years that can be bought at once, and the longest term a name may have. */
export const periodsSchema = z.strictObject({
  registerMin: z.int().min(1),
  registerMax: z.int().min(1),
  renewMin: z.int().min(1),
  renewMax: z.int().min(1),
})

/**
 * What follows an expiry:
 * `grace` renewable until the end of expiry day + `graceDays`, then deleted;
 * `reclaim` renewable until the end of the suspension's day + `renewableDays`, then reclaimed and released at
 * most `releaseWithinDays` days later; the date shown to pay by is never later than expiry + `payByDays`;
 * `redemption` grace, then redemption with its fee, then pending delete, all in legal days.
 */
export const lifeAfterExpirySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('grace'),
    graceDays: param(count),
    deletion: param(z.literal('when the grace ends')),
  }),
  z.strictObject({
    kind: z.literal('reclaim'),
    renewableDays: param(count),
    payByDays: param(count),
    releaseWithinDays: param(count),
  }),
  z.strictObject({
    kind: z.literal('redemption'),
    graceDays: param(count),
    redemptionDays: param(count),
    pendingDeleteDays: param(count),
  }),
])

/** A fee per name class in the currency's minor unit, from a day on. */
export const feeTableSchema = z.strictObject({
  from: daySchema,
  currency: z.custom<Currency>((value) => typeof value === 'string' && isCurrency(value), {
    message: `a currency is one of ${Object.keys(CURRENCIES).join(', ')}`,
  }),
  amounts: z.record(code, param(z.int().min(0))),
})

export const applicantKindSchema = z.enum(['individual', 'organisation'])
export const filingSchema = z.enum(['self', 'delegate'])
export const channelSchema = z.enum(['online', 'counter', 'post'])
export const operationSchema = z.enum(['register'])
export const documentKindSchema = z.enum([
  'registration-declaration',
  'identity-card',
  'service-contract',
  'subscription-form',
  'power-of-attorney',
  'delegate-identity-card',
  'notarised-identity-card',
])

/** One document that an application needs where all conditions given in `when` hold. */
export const documentRuleSchema = z.strictObject({
  kind: documentKindSchema,
  when: z.strictObject({
    operation: operationSchema,
    applicantKind: applicantKindSchema.optional(),
    filing: filingSchema.optional(),
    channel: z.array(channelSchema).min(1).optional(),
  }),
  need: param(
    z.strictObject({
      copies: z.int().min(1),
      notarised: z.boolean(),
      original: z.boolean(),
      providedBy: z.enum(['portal', 'upload']),
    }),
  ),
})

const offsets = param(z.array(count).min(1))

/**
 * Messages about an expiry: so many days before it, and so many before the last day to renew, at a local time
 * of the zone. The invitation to renew, the suspension and the release have messages of their own.
 */
export const noticesSchema = z.strictObject({
  beforeExpiry: offsets,
  beforeLastDay: offsets,
  at: param(timeSchema),
})

/** Renewing by itself: told so many days before the expiry, charged so many days before, tried again on each. */
export const autoRenewalSchema = param(
  z.strictObject({ noticeDays: count, chargeDays: z.array(count).min(1) }),
)

/**
 * What names cost (R-NS-24, R-HO-04). `registration` is paid once and holds `registrationCovers` years of the
 * term; `maintenance` is paid for each further year and each year of a renewal. The others are paid in addition:
 * `transfer` on a transfer in, `reactivation` on a renewal in grace, `redemption` on one in redemption. A list
 * without a table in force means that there is no such fee.
 */
export const feesSchema = z.strictObject({
  /** The rule that asks for each fee, whatever its amount rests on. */
  askedBy: z.strictObject({
    registration: ruleSchema,
    maintenance: ruleSchema,
    transfer: ruleSchema,
    reactivation: ruleSchema,
    redemption: ruleSchema,
  }),
  registration: z.array(feeTableSchema),
  registrationCovers: param(z.int().min(0).max(1)),
  maintenance: z.array(feeTableSchema),
  transfer: z.array(feeTableSchema),
  reactivation: z.array(feeTableSchema),
  redemption: z.array(feeTableSchema),
})

/** Which kind of delegate may file for which kind of applicant. */
export const delegationSchema = z.strictObject({
  individual: param(z.array(applicantKindSchema)),
  organisation: param(z.array(applicantKindSchema)),
})

/** A guard that compares a number of legal days; the operator is part of the rule. */
const dayGuardSchema = param(z.strictObject({ operator: z.enum(['>', '≥']), days: count }))

export const transferSchema = z.strictObject({
  out: z.strictObject({
    sinceRegistration: dayGuardSchema,
    daysLeft: dayGuardSchema,
    debtsPaid: param(z.boolean()),
    contractLiquidated: param(z.boolean()),
  }),
  in: z.strictObject({
    daysLeft: dayGuardSchema,
    addsYears: param(count),
    authority: param(z.enum(['consent-record', 'authorisation-code'])),
    feeDue: param(z.boolean()),
  }),
  barredWhile: param(z.array(z.enum(['in-dispute', 'in-violation', 'suspended']))),
})

/** Hours from the hold, then the next work slot if `slot`. */
export const allotmentSchema = param(z.strictObject({ hours: count, slot: z.boolean() }))

/** What an extension asks for before or after registration (R-HO-02). */
export const activationNeedSchema = param(
  z.enum(['documents', 'name-servers', 'mailbox', 'naming-rules', 'content-rules']),
)

/** The registrar's parameters of a claim on a name. */
export const claimSchema = z.strictObject({
  correctionDays: param(count),
  unpaidDays: param(count),
  openPerRegistrant: param(z.int().min(1)),
})

/** Pages of the registry and the language whose text prevails (R-HO-01, R-HO-11). */
export const termsLinksSchema = z.strictObject({
  originalLanguage: param(z.string().min(2)),
  links: z.array(
    z.strictObject({
      kind: z.enum(['registry', 'privacy', 'terms', 'disputes', 'transfer']),
      url: param(z.url({ protocol: /^https$/ })),
    }),
  ),
})
