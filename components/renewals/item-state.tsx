import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { RenewalItemView } from '@/lib/domains/renew/renewal.query'

const TONES: Readonly<Record<RenewalItemView['state'], Tone>> = {
  ASKED: 'near',
  SENT: 'action',
  DONE: 'done',
  REFUSED: 'urgent',
  VOID: 'plain',
}

/** How the renewal of one name stands, and why it ended without one. Server only. */
export function ItemState({ item: { state, ended } }: { item: Pick<RenewalItemView, 'state' | 'ended'> }) {
  const t = useTranslations('renewals')
  return (
    <div className="flex flex-col gap-1">
      <StateMark word={t(`states.${state}`)} tone={TONES[state]} />
      {ended && (
        <span className="text-sm text-ink-soft wrap-anywhere">
          {t(`ended.${ended.code}`, { said: ended.said })}
        </span>
      )}
    </div>
  )
}
