import { useLocale, useTranslations } from 'next-intl'
import { ActForm } from '@/components/applications/act-form'
import { Panel } from '@/components/ui/panel'
import type { CardView } from '@/lib/billing/charge/card.query'
import { formatDay } from '@/lib/i18n/format'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { BOOKS_ZONE } from './books-zone'

interface CardsPanelProps {
  cards: readonly CardView[]
  remove: (id: string) => FormAction
}

/** The kept cards, and the way to have one forgotten. Server only. */
export function CardsPanel({ cards, remove }: CardsPanelProps) {
  const t = useTranslations('renewals.cards')
  const locale = useLocale()
  return (
    <Panel title={t('title')}>
      {cards.length === 0 && <p className="max-w-text text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-4">
        {cards.map(({ id, cardEnd, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <span className="font-semibold">{t('card', { end: cardEnd })}</span>{' '}
              <span className="text-ink-soft">
                {t('since', { day: formatDay(locale, createdAt, BOOKS_ZONE) })}
              </span>
            </span>
            <ActForm
              action={remove(id)}
              initial={EMPTY_FORM}
              button={t('remove')}
              pending={t('removing')}
              weight="secondary"
              size="dense"
              label={t('removeOne', { end: cardEnd })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
