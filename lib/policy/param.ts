/**
 * A value of a policy with what it rests on. The grade says how sure it is: `R-…` (a rule of the source
 * documents), `public: document, date`, or `assumed`; a citation is never invented.
 */
import { z } from 'zod'
import type { RuleId } from '@/lib/kernel/result'

const RULE = /^R-(NS|VN|HK|HO|DK)-\d{2}[a-z]?$/
const PUBLIC = /^public: .+, .+$/

export type Grade = RuleId | `public: ${string}` | 'assumed'

/** What states something, and how sure that is. */
export interface Basis {
  readonly source: string
  readonly grade: Grade
}

/** A typed parameter: its value with what it rests on. */
export interface Param<T> extends Basis {
  readonly value: T
}

export const gradeSchema = z.custom<Grade>(
  (grade) => typeof grade === 'string' && (grade === 'assumed' || RULE.test(grade) || PUBLIC.test(grade)),
  { message: 'a grade is a rule id, "public: document, date" or "assumed"' },
)

export const ruleSchema = z.custom<RuleId>((rule) => typeof rule === 'string' && RULE.test(rule), {
  message: 'a rule is an id such as R-NS-08',
})

/** Schema of a parameter with this kind of value. */
export function param<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, source: z.string().min(1), grade: gradeSchema })
}

/** A value that a rule of the source documents states. */
export function byRule<T>(value: T, rule: RuleId): Param<T> {
  return { value, source: rule, grade: rule }
}

/** A value that a public document states. */
export function publicly<T>(value: T, document: string, date: string): Param<T> {
  return { value, source: document, grade: `public: ${document}, ${date}` }
}

/** A value nobody has stated, or whose statement was not seen; `why` says where it comes from. */
export function assumed<T>(value: T, why: string): Param<T> {
  return { value, source: why, grade: 'assumed' }
}

/** The rule behind a parameter, if it is one of the source documents. */
export function ruleOf(parameter: { readonly grade: Grade }): RuleId | undefined {
  return RULE.test(parameter.grade) ? (parameter.grade as RuleId) : undefined
}
