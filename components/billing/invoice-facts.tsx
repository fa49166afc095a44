import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { DescriptionList } from '@/components/ui/description-list'
import type { InvoiceView } from '@/lib/billing/invoice/invoice.query'
import { Link } from '@/lib/i18n/link'
import { BOOKS_ZONE } from './books-zone'

/** The head of an invoice: number, dates, customer, what it is for. Server only. */
export function InvoiceFacts({ invoice, customer }: { invoice: InvoiceView; customer: string }) {
  const t = useTranslations('names.invoices')
  const reasons = useTranslations('billing.credit-reasons')
  const { creditNote, paidAt, subjectType, subjectId } = invoice
  const items = [
    { term: t('number'), value: <span className="font-semibold">{invoice.number}</span> },
    { term: t('issued'), value: <When at={invoice.issuedAt} zone={BOOKS_ZONE} exact /> },
    { term: t('customer'), value: customer },
    ...(subjectType === 'dossier' ? [{ term: t('for'), value: <ForDossier dossierId={subjectId} /> }] : []),
    ...(subjectType === 'renewal-item' ? [{ term: t('for'), value: <ForRenewal itemId={subjectId} /> }] : []),
    ...(paidAt ? [{ term: t('paidAt'), value: <When at={paidAt} zone={BOOKS_ZONE} exact /> }] : []),
    ...(creditNote
      ? [
          {
            term: t('creditNote'),
            value: (
              <div>
                <span className="font-semibold">{creditNote.number}</span>, {reasons(creditNote.reason)}{' '}
                <When at={creditNote.issuedAt} zone={BOOKS_ZONE} />
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <div className="mb-4">
      <DescriptionList items={items} />
    </div>
  )
}

function ForDossier({ dossierId }: { dossierId: string }) {
  const t = useTranslations('names.invoices')
  return (
    <Link href={`/applications/${dossierId}`} className="text-link">
      {t('application')}
    </Link>
  )
}

function ForRenewal({ itemId }: { itemId: string }) {
  const t = useTranslations('renewals.page')
  return (
    <Link href={`/renewals/${itemId}`} className="text-link">
      {t('title')}
    </Link>
  )
}
