import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/i18n/format'
import type { Money } from '@/lib/kernel/money'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { Amount } from '../ui/amount'
import { DataTable } from '../ui/data-table'
import { RuleWhy } from './rule-why'

interface QuoteTableProps {
  caption: string
  lines: readonly QuoteLine[]
  total: Money
  policyId: string
}

/** A price line by line, each with the rule that asks for it, and their sum. Server only. */
export function QuoteTable({ caption, lines, total, policyId }: QuoteTableProps) {
  const t = useTranslations('search.quote')
  const feeLines = useTranslations('policy.feeLines')
  const locale = useLocale()
  const nameOf = (line: QuoteLine) => feeLines(line.kind, { years: line.years ?? 1 })
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.kind}
      columns={[
        {
          key: 'line',
          header: t('line'),
          rowHeader: true,
          cell: (line) => (
            <span className="inline-flex flex-wrap items-baseline gap-x-3">
              {nameOf(line)}
              <RuleWhy rule={line.rule} about={nameOf(line)} policyId={policyId} grade={line.grade} />
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('amount'),
          align: 'end',
          cell: (line) => <Amount text={formatMoney(locale, line.amount)} />,
        },
      ]}
      foot={[t('total'), <Amount key="total" total text={formatMoney(locale, total)} />]}
      empty={null}
    />
  )
}
