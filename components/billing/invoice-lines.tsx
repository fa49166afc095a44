import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import type { InvoiceView } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { subtract } from '@/lib/kernel/money'

/** What an invoice asks for, line by line, with its total; what credit covers is shown below. Server only. */
export function InvoiceLines({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations('names.invoices')
  const kinds = useTranslations('billing.line-kinds')
  const locale = useLocale()
  const fromCredit = subtract(invoice.total, invoice.due)
  const isPartly = invoice.status === 'ISSUED' && fromCredit.minor > 0n
  return (
    <>
      <DataTable
        caption={t('lines')}
        captionHidden
        rows={invoice.lines}
        rowKey={(line) => line.kind}
        empty={null}
        columns={[
          {
            key: 'what',
            header: t('what'),
            rowHeader: true,
            cell: (line) => (
              <span className="font-normal wrap-anywhere">{kinds(line.kind, { ...line.params })}</span>
            ),
          },
          {
            key: 'amount',
            header: t('amount'),
            align: 'end',
            cell: (line) => <Amount text={formatMoney(locale, line.amount)} />,
          },
        ]}
        foot={[t('total'), <Amount key="total" total text={formatMoney(locale, invoice.total)} />]}
      />
      {isPartly && (
        <p className="mt-2 text-end">
          {t('covered', { credit: formatMoney(locale, fromCredit), due: formatMoney(locale, invoice.due) })}
        </p>
      )}
    </>
  )
}
