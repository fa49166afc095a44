import { useTranslations } from 'next-intl'
import type { PolicyValue } from '@/lib/policy/versions/values.rule'
import { gradeKind } from '../policy/rule-why'
import { StateMark } from '../ui/state-mark'

/** What a value rests on, and how sure that is. Server only. */
export function ValueSource({ value }: { value: Pick<PolicyValue, 'source' | 'grade'> }) {
  const grades = useTranslations('policies.grade')
  const { source, grade } = value
  if (!source || !grade) return null
  const kind = gradeKind(grade)
  return (
    <span className="flex flex-col gap-0.5 text-sm">
      <StateMark
        tone={kind === 'assumed' ? 'near' : kind === 'public' ? 'action' : 'plain'}
        word={grades(kind)}
      />
      <span className="wrap-anywhere text-ink-soft">{kind === 'public' ? grade.slice(8) : source}</span>
    </span>
  )
}
