import { useTranslations } from 'next-intl'
import type { NameAnswer } from '@/lib/dossiers/search/search.query'
import { StateMark } from '../ui/state-mark'

const PASSING: ReadonlySet<string> = new Set(['in-deletion', 'in-dispute', 'claimed', 'unknown'])

/** Whether a name is free, as a word with its mark. Server only. */
export function AnswerState({ state }: { state: NameAnswer['state'] }) {
  const t = useTranslations('search')
  const grounds = useTranslations('policy.grounds')
  if (state === 'free') return <StateMark tone="done" word={t('free')} />
  if (PASSING.has(state)) return <StateMark tone="near" word={grounds(state)} />
  return <StateMark tone="plain" mark="refused" word={grounds(state)} />
}
