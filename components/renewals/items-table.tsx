import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import type { RenewalItemView } from '@/lib/domains/renew/renewal.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { ItemState } from './item-state'
import { useTermColumns } from './term-columns'

/** The names of a renewal: old and new expiry side by side, the invoice, how each stands. Server only. */
export function ItemsTable({ items }: { items: readonly RenewalItemView[] }) {
  const t = useTranslations('renewals.page')
  const one = useTranslations('renewals.one')
  const term = useTermColumns<RenewalItemView>((item) => ({ term: item, zone: item.timeZone }))
  return (
    <DataTable
      caption={t('names')}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (item) => <NameLink item={item} /> },
        { key: 'years', header: one('years'), cell: ({ years }) => one('count', { years }) },
        ...term,
        { key: 'state', header: t('state'), cell: (item) => <ItemState item={item} /> },
        { key: 'invoice', header: t('invoice'), align: 'end', cell: (item) => <InvoiceLink item={item} /> },
      ]}
    />
  )
}

function NameLink({ item: { nameAscii, nameUnicode } }: { item: RenewalItemView }) {
  return (
    <Link href={`/names/${nameAscii}`} className="text-link wrap-anywhere">
      {nameUnicode}
    </Link>
  )
}

function InvoiceLink({ item: { invoice } }: { item: RenewalItemView }) {
  const locale = useLocale()
  if (!invoice) return null
  return (
    <div>
      <Link href={`/invoices/${invoice.id}`} className="text-link">
        {invoice.number}
      </Link>
      <Amount text={formatMoney(locale, invoice.total)} />
    </div>
  )
}
