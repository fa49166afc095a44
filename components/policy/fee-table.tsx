import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/i18n/format'
import type { RuleId } from '@/lib/kernel/result'
import type { ClassFees, Fee } from '@/lib/policy/extension.query'
import { Amount } from '../ui/amount'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { gradeKind, RuleWhy } from './rule-why'

interface FeeTableProps {
  classes: readonly ClassFees[]
  policyId: string
}

/** What names of each class cost, and what states it. Server only. */
export function FeeTable({ classes, policyId }: FeeTableProps) {
  const t = useTranslations('search.fees')
  const names = useTranslations('policy.nameClasses')
  return (
    <DataTable
      caption={t('caption')}
      rows={classes}
      rowKey={(row) => row.nameClass}
      columns={[
        { key: 'class', header: t('class'), rowHeader: true, cell: (row) => names(row.nameClass) },
        {
          key: 'registration',
          header: t('registration'),
          align: 'end',
          cell: (row) => (
            <FeeCell fee={row.registration} asks="R-NS-24" policyId={policyId} about={t('registration')} />
          ),
        },
        {
          key: 'yearly',
          header: t('yearly'),
          align: 'end',
          cell: (row) => <FeeCell fee={row.yearly} asks="R-VN-08" policyId={policyId} about={t('yearly')} />,
        },
      ]}
      empty={<EmptyState title={t('none')} />}
    />
  )
}

interface FeeCellProps {
  fee: Fee
  /** The rule that asks for a fee, where another source states its amount. */
  asks: RuleId
  policyId: string
  about: string
}

function FeeCell({ fee, asks, policyId, about }: FeeCellProps) {
  const grades = useTranslations('policy.grades')
  const locale = useLocale()
  const kind = gradeKind(fee.grade)
  return (
    <span className="flex flex-col items-end gap-0.5">
      <Amount text={formatMoney(locale, fee.amount)} />
      <span className="text-sm text-ink-soft">{kind === 'rule' ? fee.grade : grades(kind)}</span>
      <RuleWhy rule={fee.rule ?? asks} about={about} policyId={policyId} grade={fee.grade} />
    </span>
  )
}
