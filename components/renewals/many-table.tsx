import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { SelectInput } from '@/components/ui/select-input'
import type { ChosenName, RenewGroup } from '@/lib/domains/renew/renew-page.query'
import { formatMoney } from '@/lib/i18n/format'
import { QuoteLines } from './quote-lines'
import { useTermColumns } from './term-columns'

/** The names that can be renewed, each with its years and price, and one total. Server only. */
export function ManyTable({ group }: { group: RenewGroup }) {
  const t = useTranslations('renewals.many')
  const one = useTranslations('renewals.one')
  const locale = useLocale()
  const total = formatMoney(locale, group.total)
  const term = useTermColumns<ChosenName>(({ name, choice }) => ({ term: choice, zone: name.timeZone }))
  return (
    <DataTable
      caption={t('caption', { currency: group.currency })}
      captionHidden
      rows={group.names.filter(({ choice }) => choice)}
      rowKey={({ name }) => name.id}
      empty={null}
      cards
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ name }) => <span className="wrap-anywhere">{name.nameUnicode}</span>,
        },
        { key: 'years', header: one('years'), cell: (row) => <YearsSelect row={row} /> },
        ...term,
        {
          key: 'lines',
          header: one('lines'),
          cell: ({ name, choice }) => choice && <QuoteLines lines={choice.lines} policyId={name.policyId} />,
        },
        {
          key: 'total',
          header: one('total'),
          align: 'end',
          cell: ({ choice }) => choice && <Amount text={formatMoney(locale, choice.total)} />,
        },
      ]}
      foot={[t('total'), '', '', '', '', <Amount key="total" total text={total} />]}
    />
  )
}

function YearsSelect({ row: { name, choice } }: { row: ChosenName }) {
  const t = useTranslations('renewals.many')
  const one = useTranslations('renewals.one')
  return (
    <SelectInput
      id={`years-${name.id}`}
      name={`years.${name.id}`}
      label={<span className="sr-only">{t('yearsOf', { name: name.nameUnicode })}</span>}
      defaultValue={choice?.years}
      choices={name.choices.map(({ years }) => ({ value: String(years), label: one('count', { years }) }))}
    />
  )
}
