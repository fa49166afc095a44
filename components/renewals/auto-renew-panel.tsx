import { getTranslations } from 'next-intl/server'
import { When } from '@/components/applications/when'
import { Panel } from '@/components/ui/panel'
import type { CardView } from '@/lib/billing/charge/card.query'
import type { RenewView } from '@/lib/domains/renew/renew-page.query'
import type { FormAction } from '@/lib/web/form-state'
import { AutoRenewForm } from './auto-renew-form'

interface AutoRenewPanelProps {
  view: RenewView
  cards: readonly CardView[]
  action: FormAction
}

/** Lets a name renew itself from credit or the kept card. */
export async function AutoRenewPanel({ view, cards, action }: AutoRenewPanelProps) {
  const t = await getTranslations('renewals.auto')
  const card = cards[0]
  return (
    <Panel title={t('title')}>
      <p className="mb-4 max-w-text text-ink-soft">{t('lead')}</p>
      {view.nextChargeAt && (
        <p className="mb-4 flex flex-wrap items-baseline gap-x-2">
          {t('next')} <When at={view.nextChargeAt} zone={view.timeZone} now={view.now} exact />
        </p>
      )}
      <AutoRenewForm
        action={action}
        initial={{ values: { autoRenew: view.autoRenew }, attempt: 0 }}
        choices={[
          { value: 'OFF', label: t('off.label'), detail: t('off.detail') },
          { value: 'CREDIT', label: t('credit.label'), detail: t('credit.detail') },
          {
            value: 'CARD',
            label: card ? t('card.label', { end: card.cardEnd }) : t('card.none'),
            detail: t('card.detail'),
            ...(!card && { reason: t('card.reason') }),
          },
        ]}
        texts={{ label: t('label'), button: t('button'), pending: t('pending') }}
      />
    </Panel>
  )
}
