import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { InvoiceSummary } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { When } from '@/components/applications/when'
import { BOOKS_ZONE } from './books-zone'
import { InvoiceStatusMark } from './invoice-status'

/** One's invoices. Server only. */
export function InvoiceTable({ rows }: { rows: readonly InvoiceSummary[] }) {
  const t = useTranslations('names.invoices')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
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
