import { useLocale, useTranslations } from 'next-intl'
import { ActForm, type FormAction } from '@/components/applications/act-form'
import { ButtonLink } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Panel } from '@/components/ui/panel'
import type { RenewalView } from '@/lib/domains/renew/renewal.query'
import { formatMoney } from '@/lib/i18n/format'
import { EMPTY_FORM } from '@/lib/web/form-state'

interface PayPanelProps {
  renewal: RenewalView
  action: FormAction
}

/** One payment for all that is open: the provider's page is opened first, then a plain link leads there. */
export function PayPanel({ renewal: { id, toPay }, action }: PayPanelProps) {
  const t = useTranslations('renewals.pay')
  const locale = useLocale()
  if (!toPay) return null
  const amount = formatMoney(locale, toPay.due)
  return (
    <Panel title={t('title', { amount })} className="no-print">
      {toPay.url ? (
        <div className="flex flex-col items-start gap-3">
          <p className="max-w-text">{t('ready')}</p>
          <span className="flex flex-wrap gap-3">
            <a href={toPay.url} rel="noreferrer" className={buttonStyle()}>
              {t('pay', { amount })}
            </a>
            <ButtonLink href={`/renewals/${id}`} weight="secondary">
              {t('lookAgain')}
            </ButtonLink>
          </span>
        </div>
      ) : (
        <ActForm
          action={action}
          initial={EMPTY_FORM}
          button={t('prepare', { amount })}
          pending={t('preparing')}
        >
          <p className="max-w-text text-ink-soft">{t('before', { count: toPay.invoiceIds.length })}</p>
        </ActForm>
      )}
    </Panel>
  )
}
