import { useTranslations } from 'next-intl'
import { type Grade, type Param, ruleOf } from '@/lib/policy/param'
import type { RuleId } from '@/lib/kernel/result'
import { Why } from '../ui/disclosure'

interface RuleWhyProps {
  /** The rule behind the date or the price; nothing is shown without one. */
  rule?: RuleId
  /** What it explains, for assistive technology. */
  about: string
  /** The policy version in which it holds. */
  policyId?: string
  /** How sure the value itself is, where that differs from the rule's. */
  grade?: Grade
}

/** The "why" of one rule: its sentence, its id, the policy version, and what is only assumed. Server only. */
export function RuleWhy({ rule, about, policyId, grade }: RuleWhyProps) {
  const ui = useTranslations('ui')
  const rules = useTranslations('policy.rules')
  const grades = useTranslations('policy.grades')
  if (!rule) return null
  const kind = gradeKind(grade ?? rule)
  const sure = kind === 'public' ? `${grades(kind)}: ${documentOf(grade)}` : grades(kind)
  const source = [rule, policyId, kind === 'rule' ? undefined : sure].filter(Boolean).join(' · ')
  return <Why label={ui('why')} about={about} rule={rules(rule)} source={source} />
}

interface ParamWhyProps {
  parameter: Pick<Param<unknown>, 'grade'>
  /** The rule that asks for such a value, where another source states the value itself. */
  asks: RuleId
  about: string
  policyId: string
}

/** The "why" of a value of a policy. Server only. */
export function ParamWhy({ parameter, asks, about, policyId }: ParamWhyProps) {
  return (
    <RuleWhy rule={ruleOf(parameter) ?? asks} grade={parameter.grade} about={about} policyId={policyId} />
  )
}

/** How a grade is told in words: `policy.grades.<kind>`. */
export function gradeKind(grade: Grade): 'rule' | 'public' | 'assumed' {
  if (grade === 'assumed') return 'assumed'
  return grade.startsWith('public') ? 'public' : 'rule'
}

function documentOf(grade: Grade | undefined): string {
  return grade?.replace(/^public: /, '') ?? ''
}
