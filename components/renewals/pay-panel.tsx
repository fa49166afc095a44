import { useLocale, useTranslations } from 'next-intl'
import { ActForm } from '@/components/applications/act-form'
import { ButtonLink } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Panel } from '@/components/ui/panel'
import type { RenewalView } from '@/lib/domains/renew/renewal.query'
import { formatMoney } from '@/lib/i18n/format'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'

interface PayPanelProps {
  renewal: RenewalView
  action: FormAction
  /** Has all of it paid from the credit that covers it. */
  fromCredit: FormAction
}

/** One payment for all that is open: the provider's page is opened first, then a plain link leads there. */
export function PayPanel({ renewal: { id, toPay, registrant }, action, fromCredit }: PayPanelProps) {
  const t = useTranslations('renewals.pay')
  const locale = useLocale()
  if (!toPay) return null
  const amount = formatMoney(locale, toPay.due)
  if (toPay.isBeingCharged) return <BeingCharged id={id} amount={amount} />
  if (toPay.due.minor === 0n && registrant === null) return <FromCredit action={fromCredit} />
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

/** Credit covers it and does not pay it by itself: its customer has it paid. */
function FromCredit({ action }: { action: FormAction }) {
  const t = useTranslations('renewals.pay.fromCredit')
  return (
    <Panel title={t('title')} className="no-print">
      <ActForm action={action} initial={EMPTY_FORM} button={t('button')} pending={t('pending')}>
        <p className="max-w-text text-ink-soft">{t('text')}</p>
      </ActForm>
    </Panel>
  )
}

/** While the kept card is being charged nobody is led to pay besides. */
function BeingCharged({ id, amount }: { id: string; amount: string }) {
  const t = useTranslations('renewals.pay')
  return (
    <Panel title={t('title', { amount })} className="no-print">
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-text">{t('charging')}</p>
        <ButtonLink href={`/renewals/${id}`} weight="secondary">
          {t('lookAgain')}
        </ButtonLink>
      </div>
    </Panel>
  )
}
