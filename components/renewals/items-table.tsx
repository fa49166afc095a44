import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import type { RenewalItemView } from '@/lib/domains/renew/renewal.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { ItemState } from './item-state'
import { useTermColumns } from './term-columns'

interface ItemsTableProps {
  items: readonly RenewalItemView[]
  /** The names and invoices are the reader's own, so that they can be looked at. */
  isOwn: boolean
}

/** The names of a renewal: old and new expiry side by side, the invoice, how each stands. Server only. */
export function ItemsTable({ items, isOwn }: ItemsTableProps) {
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
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: (item) => <NameCell item={item} isOwn={isOwn} />,
        },
        { key: 'years', header: one('years'), cell: ({ years }) => one('count', { years }) },
        ...term,
        { key: 'state', header: t('state'), cell: (item) => <ItemState item={item} /> },
        {
          key: 'invoice',
          header: t('invoice'),
          align: 'end',
          cell: (item) => <InvoiceCell item={item} isOwn={isOwn} />,
        },
      ]}
    />
  )
}

interface CellProps {
  item: RenewalItemView
  isOwn: boolean
}

function NameCell({ item: { nameAscii, nameUnicode }, isOwn }: CellProps) {
  if (!isOwn) return <span className="wrap-anywhere">{nameUnicode}</span>
  return (
    <Link href={`/names/${nameAscii}`} className="text-link wrap-anywhere">
      {nameUnicode}
    </Link>
  )
}

function InvoiceCell({ item: { invoice }, isOwn }: CellProps) {
  const locale = useLocale()
  if (!invoice) return null
  return (
    <div>
      {isOwn ? (
        <Link href={`/invoices/${invoice.id}`} className="text-link">
          {invoice.number}
        </Link>
      ) : (
        invoice.number
      )}
      <Amount text={formatMoney(locale, invoice.total)} />
    </div>
  )
}
