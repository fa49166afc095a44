import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Panel } from '@/components/ui/panel'
import type { TopUpView } from '@/lib/billing/top-up/top-up.query'
import { formatCount, formatMoney } from '@/lib/i18n/format'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { TopUpForm } from './top-up-form'

interface TopUpPanelProps {
  view: TopUpView
  action: FormAction
}

/** Credit is paid in: the provider's page is opened first, then a plain link leads there. Server only. */
export function TopUpPanel({ view: { currencies, open }, action }: TopUpPanelProps) {
  const t = useTranslations('names.topUp')
  const locale = useLocale()
  if (currencies.length === 0) return null
  const limits = currencies.map(({ currency, min, max }) =>
    t('limits', { currency, min: formatCount(locale, min), max: formatCount(locale, max) }),
  )
  return (
    <Panel title={t('title')}>
      <p className="mb-4 max-w-text text-ink-soft">{t('lead')}</p>
      {open.map(({ id, amount, url }) => (
        <div key={id} className="mb-6 flex flex-col items-start gap-3">
          <p className="max-w-text">{t('ready')}</p>
          <a href={url} rel="noreferrer" className={buttonStyle()}>
            {t('pay', { amount: formatMoney(locale, amount) })}
          </a>
        </div>
      ))}
      <TopUpForm
        action={action}
        initial={EMPTY_FORM}
        currencies={currencies.map(({ currency }) => currency)}
        hint={limits.join(' ')}
        texts={{
          currency: t('currency'),
          amount: t('amount'),
          button: t('button'),
          pending: t('pending'),
        }}
      />
    </Panel>
  )
}
