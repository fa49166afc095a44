/** What the partner API answers, version 1: its description is made from these, and its tests parse by them. */
import { z } from 'zod'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'
import { FEE_KINDS } from '@/lib/policy/fees.rule'
import { gradeSchema, param, ruleSchema } from '@/lib/policy/param'
import {
  activationNeedSchema,
  allotmentSchema,
  daySchema,
  lifeAfterExpirySchema,
  periodsSchema,
  termsLinksSchema,
  timeSchema,
  transferSchema,
} from '@/lib/policy/policy-parts'
import { TIMELINE_KINDS } from '../timeline-event'

const count = z.int().min(0)
const currency = z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]])

const zoneSummary = z.strictObject({
  zone: z.string().describe('The extension as A-labels.'),
  policy: z.string().describe('The zone whose policy the extension follows.'),
  registry: z.string(),
  country: z.string().length(2),
  timeZone: z.string(),
  opening: z.enum(['open', 'organisations only', 'closed']),
  idn: z.boolean(),
  policyFrom: daySchema,
  policyRule: ruleSchema.nullable(),
})

const fee = z
  .strictObject({
    nameClass: z.string(),
    kind: z.enum(FEE_KINDS),
    amount: count.describe('In the currency’s minor unit; VND has none.'),
    currency,
    rule: ruleSchema,
    source: z.string().describe('What states the amount.'),
    grade: gradeSchema,
    since: daySchema.describe('The first day on which it holds.'),
  })
  .describe('A fee in force today: for the registration, for a year, or once in addition.')

const zone = zoneSummary.extend({
  cutOver: param(timeSchema),
  processing: param(z.enum(['every day', 'working days'])),
  nameSyntax: z.strictObject({
    letters: param(z.string()),
    scripts: param(z.array(z.string())),
    minLength: param(count),
    maxLength: param(count),
  }),
  fees: z.array(fee),
  versions: z.array(z.strictObject({ from: param(daySchema), lifeAfterExpiry: lifeAfterExpirySchema })),
  periods: param(periodsSchema),
  lifeAfterExpiry: lifeAfterExpirySchema,
  suspensionAtExpiry: param(z.boolean()),
  allotment: allotmentSchema,
  activation: z.array(activationNeedSchema),
  transfer: transferSchema,
  nameServers: param(z.strictObject({ min: count, max: count })),
  terms: termsLinksSchema,
})

const timelineEvent = z.strictObject({
  kind: z.enum(TIMELINE_KINDS).exclude(['allotment']),
  at: z.iso.datetime({ offset: true }).describe('With the offset of the zone’s time zone.'),
  legalDay: daySchema,
  rule: ruleSchema.describe('The rule behind the date.'),
  note: z.string().nullable().describe('Set where the date is provisional, or rests on no rule.'),
})

const quoteLine = z.strictObject({
  kind: z.enum(FEE_KINDS),
  amount: count.describe('In the currency’s minor unit; VND has none.'),
  currency,
  rule: ruleSchema,
  years: z.int().min(1).optional(),
  source: z.string().describe('What states the amount.'),
  since: daySchema.describe('The first day on which the amount holds.'),
})

const problem = z.strictObject({
  type: z.string(),
  title: z.string().describe('What is wrong, as a sentence.'),
  status: z.int(),
  code: z.string(),
  field: z.string().optional(),
  rule: ruleSchema.optional(),
  fields: z.record(z.string(), z.string()).optional(),
})

/** By the names under which the description refers to them. */
export const API_SCHEMAS = {
  ZoneSummary: zoneSummary,
  Zone: zone,
  TimelineEvent: timelineEvent,
  QuoteLine: quoteLine,
  Problem: problem,
} as const
