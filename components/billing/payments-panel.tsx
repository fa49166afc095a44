import { useLocale, useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import type { InvoiceView } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { BOOKS_ZONE } from './books-zone'

/** The payments that arrived for an invoice; nothing when there is none. Server only. */
export function PaymentsPanel({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations('names.invoices')
  const locale = useLocale()
  if (invoice.payments.length === 0) return null
  return (
    <Panel title={t('payments')}>
      <DataTable
        caption={t('payments')}
        captionHidden
        rows={invoice.payments}
        rowKey={(payment) => payment.id}
        empty={null}
        columns={[
          {
            key: 'at',
            header: t('receivedAt'),
            rowHeader: true,
            cell: (payment) => <When at={payment.receivedAt} zone={BOOKS_ZONE} exact />,
          },
          {
            key: 'amount',
            header: t('amount'),
            align: 'end',
            cell: (payment) => <Amount text={formatMoney(locale, payment.amount)} />,
          },
        ]}
      />
    </Panel>
  )
}
