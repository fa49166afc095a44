import { useTranslations } from 'next-intl'
import { StateMark } from '../ui/state-mark'

const TONES = { DRAFT: 'near', PUBLISHED: 'done', WITHDRAWN: 'plain' } as const

/** How far an operator's version has come. Server only. */
export function DraftState({ state }: { state: keyof typeof TONES }) {
  const t = useTranslations('policies.state')
  return <StateMark tone={TONES[state]} word={t(state)} />
}
