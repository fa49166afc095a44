import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatMoney } from '@/lib/i18n/format'
import { startOfDay } from '@/lib/kernel/days'
import type { ClassFees } from '@/lib/policy/class-fees.rule'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { Amount } from '../ui/amount'
import { type Column, DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { gradeKind, ParamWhy } from './rule-why'

interface FeeTableProps {
  classes: readonly ClassFees[]
  policyId: string
  timeZone: string
}

const FEES = ['registration', 'yearly', 'transfer', 'reactivation', 'redemption'] as const
type FeeKey = (typeof FEES)[number]

/** What names of each class cost, and what states it; a fee that no class asks has no column. Server only. */
export function FeeTable({ classes, policyId, timeZone }: FeeTableProps) {
  const t = useTranslations('search.fees')
  const names = useTranslations('policy.nameClasses')
  const asked = FEES.filter((key) => classes.some((row) => row[key] !== undefined))
  return (
    <DataTable
      caption={t('caption')}
      rows={classes}
      rowKey={(row) => row.nameClass}
      columns={[
        { key: 'class', header: t('class'), rowHeader: true, cell: (row) => names(row.nameClass) },
        ...asked.map(
          (key): Column<ClassFees> => ({
            key,
            header: t(key),
            align: 'end',
            cell: (row) => (
              <FeeCell row={row} of={key} about={t(key)} policyId={policyId} timeZone={timeZone} />
            ),
          }),
        ),
      ]}
      empty={<EmptyState title={t('none')} />}
    />
  )
}

interface FeeCellProps {
  row: ClassFees
  of: FeeKey
  policyId: string
  timeZone: string
  about: string
}

function FeeCell({ row, of, policyId, about, timeZone }: FeeCellProps) {
  const t = useTranslations('search.fees')
  const grades = useTranslations('policy.grades')
  const locale = useLocale()
  const fee = of === 'transfer' ? transferOf(row) : row[of]
  if (!fee) return '–'
  const kind = gradeKind(fee.grade)
  return (
    <span className="flex flex-col items-start gap-0.5 md:items-end">
      <Amount text={formatMoney(locale, fee.amount)} />
      <span className="text-sm text-ink-soft">{kind === 'rule' ? fee.grade : grades(kind)}</span>
      <span className="text-sm text-ink-soft">
        {t('since', { day: formatDay(locale, startOfDay(fee.since, timeZone), timeZone) })}
      </span>
      <ParamWhy parameter={fee} asks={fee.rule} about={about} policyId={policyId} />
    </span>
  )
}

/** All that a transfer costs, told by its first line's rule. */
function transferOf({ transfer }: ClassFees): QuoteLine | undefined {
  const line = transfer?.lines[0]
  return transfer && line && { ...line, amount: transfer.total }
}
