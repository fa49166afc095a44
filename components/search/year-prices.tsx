import { useLocale, useTranslations } from 'next-intl'
import type { YearPrice } from '@/lib/dossiers/search/offer.query'
import { formatMoney } from '@/lib/i18n/format'
import { Amount } from '../ui/amount'
import { DataTable } from '../ui/data-table'

/** The whole price for each number of years that can be bought. Server only. */
export function YearPrices({ prices }: { prices: readonly YearPrice[] }) {
  const t = useTranslations('search.years')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      density="dense"
      rows={prices}
      rowKey={(price) => String(price.years)}
      columns={[
        {
          key: 'years',
          header: t('years'),
          rowHeader: true,
          cell: (price) => t('count', { years: price.years }),
        },
        {
          key: 'total',
          header: t('total'),
          align: 'end',
          cell: (price) => <Amount text={formatMoney(locale, price.total)} />,
        },
      ]}
      empty={null}
    />
  )
}
