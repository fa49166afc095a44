import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { formatMoney } from '@/lib/i18n/format'
import { type Money, total } from '@/lib/kernel/money'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { RuleWhy } from './when'

/** A quote, line by line, with the rule behind each and the sum. Server only. */
export function PriceLines({ lines, policy }: { lines: readonly QuoteLine[]; policy: string }) {
  const t = useTranslations('apply.price')
  const locale = useLocale()
  const sum = formatMoney(locale, sumOf(lines))
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
          cell: (line) => <LineName line={line} policy={policy} />,
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

function LineName({ line, policy }: { line: QuoteLine; policy: string }) {
  const t = useTranslations('policy')
  return (
    <div className="font-normal">
      {t(`feeLines.${line.kind}`, { years: line.years ?? 1 })}{' '}
      <RuleWhy rule={line.rule} policy={policy} about={t(`nameClasses.${line.nameClass}`)} />
    </div>
  )
}

function sumOf(lines: readonly QuoteLine[]): Money {
  const amounts = lines.map((line) => line.amount)
  return total(amounts, amounts[0]?.currency ?? 'VND')
}
