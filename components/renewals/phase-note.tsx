import { useTranslations } from 'next-intl'
import { DueBy } from '@/components/applications/when'
import { Callout } from '@/components/ui/callout'
import type { RenewView } from '@/lib/domains/renew/renew-page.query'

/** The part of its life in which the name is renewed, and until when its price holds. Server only. */
export function PhaseNote({ view }: { view: RenewView }) {
  const t = useTranslations('renewals.phases')
  const first = view.choices[0]
  if (!first) return null
  const { phase, quotedUntil } = first
  return (
    <Callout
      kind={phase === 'term' ? 'info' : 'warning'}
      title={t(`${phase}.title`)}
      next={
        <span className="flex flex-wrap items-baseline gap-x-2">
          {t('until')} <DueBy at={quotedUntil} zone={view.timeZone} now={view.now} />
        </span>
      }
    >
      <p>{t(`${phase}.text`)}</p>
    </Callout>
  )
}
