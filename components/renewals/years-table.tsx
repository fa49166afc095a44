import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { SubmitButton } from '@/components/ui/submit-button'
import type { RenewChoice, RenewView } from '@/lib/domains/renew/renew-page.query'
import { formatMoney } from '@/lib/i18n/format'
import { QuoteLines } from './quote-lines'
import { useTermColumns } from './term-columns'

/** A row for each number of years: the new expiry beside the old one, the lines, the button with the amount. */
export function YearsTable({ view }: { view: RenewView }) {
  const t = useTranslations('renewals.one')
  const locale = useLocale()
  const term = useTermColumns<RenewChoice>((choice) => ({ term: choice, zone: view.timeZone }))
  return (
    <DataTable
      caption={t('choose')}
      rows={view.choices}
      rowKey={({ years }) => String(years)}
      empty={null}
      columns={[
        { key: 'years', header: t('years'), rowHeader: true, cell: ({ years }) => t('count', { years }) },
        ...term,
        {
          key: 'lines',
          header: t('lines'),
          cell: ({ lines }) => <QuoteLines lines={lines} policyId={view.policyId} />,
        },
        {
          key: 'total',
          header: t('total'),
          align: 'end',
          cell: ({ total }) => <Amount total text={formatMoney(locale, total)} />,
        },
        {
          key: 'act',
          header: t('act'),
          headerHidden: true,
          cell: (choice) => <RenewButton choice={choice} isFirst={choice === view.choices[0]} />,
        },
      ]}
    />
  )
}

function RenewButton({ choice: { years, total }, isFirst }: { choice: RenewChoice; isFirst: boolean }) {
  const t = useTranslations('renewals.one')
  const locale = useLocale()
  return (
    <SubmitButton name="years" value={years} size="dense" weight={isFirst ? 'primary' : 'secondary'}>
      {t('renewFor', { years, amount: formatMoney(locale, total) })}
    </SubmitButton>
  )
}
