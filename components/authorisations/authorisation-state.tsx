import { useTranslations } from 'next-intl'
import type { AuthorisationState as State } from '@/lib/domains/authorise/authorisation.rule'
import { StateMark } from '../ui/state-mark'
import type { Tone } from '../ui/tone'

const TONES: Readonly<Record<State, Tone>> = {
  offered: 'near',
  accepted: 'done',
  withdrawn: 'plain',
  ended: 'plain',
}

/** How an authorisation stands. Server only. */
export function AuthorisationState({ state }: { state: State }) {
  const t = useTranslations('authorisations.states')
  return <StateMark word={t(state)} tone={TONES[state]} />
}
