import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { formatMoney } from '@/lib/i18n/format'
import { total } from '@/lib/kernel/money'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { RuleWhy } from './when'

/** A quote, line by line, with the rule behind each and the sum. Server only. */
export function PriceLines({ lines, policy }: { lines: readonly QuoteLine[]; policy: string }) {
  const t = useTranslations('apply.price')
  const fees = useTranslations('policy')
  const locale = useLocale()
  const currency = lines[0]?.amount.currency ?? 'VND'
  const sum = formatMoney(locale, total(lines.map((line) => line.amount), currency))
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={lines}
      rowKey={(line) => line.kind}
      empty={null}
      columns={[
        {
          key: 'what',
          header: t('what'),
          rowHeader: true,
          cell: (line) => (
            <div className="font-normal">
              {fees(`feeLines.${line.kind}`, { years: line.years ?? 1 })}{' '}
              <RuleWhy rule={line.rule} policy={policy} about={fees(`nameClasses.${line.nameClass}`)} />
            </div>
          ),
        },
        {
          key: 'amount',
          header: t('amount'),
          align: 'end',
          cell: (line) => <Amount text={formatMoney(locale, line.amount)} />,
        },
      ]}
      foot={[t('total'), <Amount key="total" total text={sum} />]}
    />
  )
}
