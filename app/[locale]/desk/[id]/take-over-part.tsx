import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/dossiers/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMoment } from '@/lib/i18n/format'
import { sentenceParams } from '@/lib/i18n/refusal-params'
import type { ReviewView } from '@/lib/dossiers/review/desk.query'
import type { Refusal } from '@/lib/kernel/result'
import { takeOverAction } from '../actions'

const ZONE = 'Asia/Ho_Chi_Minh'

/** Who has the dossier and since when, and taking it over once it was left lying. */
export function TakeOverPart({ view, barred }: { view: ReviewView; barred: Refusal | null }) {
  const t = useTranslations('desk')
  const refusals = useTranslations('refusals')
  const locale = useLocale()
  const reason = barred && refusals(barred.code as 'own-dossier', sentenceParams(barred.params) as never)
  return (
    <div className="flex flex-col items-start gap-3">
      {view.review && (
        <p>
          {t('hasIt', {
            agent: view.review.agent,
            since: formatMoment(locale, view.review.since, ZONE),
          })}
        </p>
      )}
      <ActionForm action={takeOverAction} hidden={{ dossierId: view.id }}>
        <SubmitButton weight="secondary" pendingText={t('taking')} {...(reason && { reason })}>
          {t('takeOver')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
