import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { InvoiceView } from '@/lib/billing/invoice/invoice.query'

/** Whether the payment has arrived, and what to do next. Server only. */
export function PaymentNote({ invoice, due }: { invoice: InvoiceView; due: string }) {
  const t = useTranslations('names.payment')
  const situation = situationOf(invoice)
  return (
    <div className="no-print">
      <Callout
        kind={situation === 'paid' ? 'done' : 'info'}
        title={t(`${situation}.title`, { due })}
        next={<Next invoice={invoice} situation={situation} due={due} />}
      >
        <p>{t(`${situation}.text`)}</p>
      </Callout>
    </div>
  )
}

interface NextProps {
  invoice: InvoiceView
  situation: Situation
  due: string
}

function Next({ invoice: { id, subjectType, subjectId }, situation, due }: NextProps) {
  const t = useTranslations('names.payment')
  return (
    <span className="flex flex-wrap gap-3">
      {(situation === 'waiting' || situation === 'charging') && (
        <ButtonLink href={`/invoices/${id}`}>{t('lookAgain')}</ButtonLink>
      )}
      {situation === 'covered' && <ButtonLink href={`/invoices/${id}/pay`}>{t('payFromCredit')}</ButtonLink>}
      {(situation === 'open' || situation === 'waiting') && (
        <ButtonLink href={`/invoices/${id}/pay`} weight={situation === 'waiting' ? 'secondary' : 'primary'}>
          {t('pay', { due })}
        </ButtonLink>
      )}
      {situation === 'credited' && (
        <ButtonLink href="/credit" weight="secondary">
          {t('toCredit')}
        </ButtonLink>
      )}
      {subjectType === 'dossier' && (
        <ButtonLink href={`/applications/${subjectId}`} weight="secondary">
          {t('toApplication')}
        </ButtonLink>
      )}
    </span>
  )
}

type Situation = 'paid' | 'credited' | 'charging' | 'covered' | 'waiting' | 'open'

/**
 * `waiting`: the provider's page was opened, and no payment has arrived from it; `charging`: the kept card is being
 * charged; `covered`: by credit that does not pay it by itself.
 */
function situationOf({ status, checkouts, isBeingCharged, due }: InvoiceView): Situation {
  if (status === 'PAID') return 'paid'
  if (status === 'CREDITED') return 'credited'
  if (isBeingCharged) return 'charging'
  if (due.minor === 0n) return 'covered'
  return checkouts.some((checkout) => checkout.status === 'OPEN') ? 'waiting' : 'open'
}
