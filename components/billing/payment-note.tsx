import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { InvoiceView } from '@/lib/billing/invoice/invoice.query'

/** Whether the payment has arrived, and what to do next. Server only. */
export function PaymentNote({ invoice, due }: { invoice: InvoiceView; due: string }) {
  const t = useTranslations('names.payment')
  const situation = situationOf(invoice)
  const toApplication = invoice.subjectType === 'dossier' && (
    <ButtonLink href={`/applications/${invoice.subjectId}`} weight="secondary">
      {t('toApplication')}
    </ButtonLink>
  )
  return (
    <div className="no-print">
      <Callout
        kind={situation === 'paid' ? 'done' : 'info'}
        title={t(`${situation}.title`, { due })}
        next={
          <span className="flex flex-wrap gap-3">
            {situation === 'waiting' && (
              <ButtonLink href={`/invoices/${invoice.id}`}>{t('lookAgain')}</ButtonLink>
            )}
            {(situation === 'open' || situation === 'waiting') && (
              <ButtonLink
                href={`/invoices/${invoice.id}/pay`}
                weight={situation === 'waiting' ? 'secondary' : 'primary'}
              >
                {t('pay', { due })}
              </ButtonLink>
            )}
            {situation === 'credited' && (
              <ButtonLink href="/credit" weight="secondary">
                {t('toCredit')}
              </ButtonLink>
            )}
            {toApplication}
          </span>
        }
      >
        <p>{t(`${situation}.text`)}</p>
      </Callout>
    </div>
  )
}

/** `waiting`: the provider's page was opened, and no payment has arrived from it. */
function situationOf({ status, checkouts }: InvoiceView): 'paid' | 'credited' | 'waiting' | 'open' {
  if (status === 'PAID') return 'paid'
  if (status === 'CREDITED') return 'credited'
  return checkouts.some((checkout) => checkout.status === 'OPEN') ? 'waiting' : 'open'
}
