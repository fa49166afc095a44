import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListAddress } from '@/components/ui/list-address'
import { RecordList } from '@/components/ui/record-list'
import type { InvoiceSummary } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { Page } from '@/lib/kernel/page'
import { When } from '@/components/applications/when'
import { BOOKS_ZONE } from './books-zone'
import { INVOICE_STATES, InvoiceStatusMark } from './invoice-status'

interface InvoiceTableProps {
  page: Page<InvoiceSummary>
  address: ListAddress
}

/** One's invoices. Server only. */
export function InvoiceTable({ page, address }: InvoiceTableProps) {
  const t = useTranslations('names.invoices')
  const states = useTranslations('billing.invoice-status')
  const locale = useLocale()
  return (
    <RecordList
      caption={t('title')}
      path="/invoices"
      address={address}
      page={page}
      states={INVOICE_STATES.map((state) => ({ value: state, label: states(state.toLowerCase()) }))}
      empty={
        <EmptyState title={t('empty.title')} action={<ButtonLink href="/">{t('empty.search')}</ButtonLink>}>
          {t('empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          header: t('number'),
          rowHeader: true,
          cell: (row) => (
            <Link href={`/invoices/${row.id}`} className="text-link">
              {row.number}
            </Link>
          ),
        },
        { key: 'issued', header: t('issued'), cell: (row) => <When at={row.issuedAt} zone={BOOKS_ZONE} /> },
        { key: 'status', header: t('state'), cell: (row) => <InvoiceStatusMark status={row.status} /> },
        {
          key: 'total',
          header: t('total'),
          align: 'end',
          cell: (row) => <Amount text={formatMoney(locale, row.total)} />,
        },
      ]}
    />
  )
}
