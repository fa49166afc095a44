import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'

const TONES = { QUEUED: 'plain', SENT: 'done', FAILED: 'urgent' } as const

/** Whether a message reached the mail server. Server only. */
export function DeliveryMark({ state }: { state: keyof typeof TONES }) {
  const t = useTranslations('inbox')
  return <StateMark tone={TONES[state]} word={t(state.toLowerCase())} />
}
