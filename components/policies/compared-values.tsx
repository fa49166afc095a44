import { useTranslations } from 'next-intl'
import { type ComparedValue, type PolicyValue, valueKey } from '@/lib/policy/versions/values.rule'
import { type Column, DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { StateMark } from '../ui/state-mark'
import { ValueSource } from './value-source'
import { useTopicWords, useValueWords } from './value-words'

interface ComparedValuesProps {
  caption: string
  /** A heading for each version. */
  headings: readonly string[]
  rows: readonly ComparedValue[]
  /** Where every row differs, that needs no mark. */
  marked?: boolean
  empty: string
}

/** Values of several versions side by side, each with what it rests on; differences are marked. Server only. */
export function ComparedValues({ caption, headings, rows, marked = true, empty }: ComparedValuesProps) {
  const t = useTranslations('policies.zone')
  const topic = useTopicWords()
  const columns: Column<ComparedValue>[] = headings.map((header, index) => ({
    key: header,
    header,
    cell: (row) => <ValueCell value={row.values[index]} />,
  }))
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      rows={rows}
      rowKey={valueKey}
      empty={<EmptyState title={empty} />}
      columns={[
        {
          key: 'topic',
          header: t('parameter'),
          rowHeader: true,
          cell: (row) => (
            <span className="flex flex-wrap items-baseline gap-x-3">
              {topic(row)}
              {marked && row.differs && <StateMark tone="near" word={t('differs')} className="text-sm" />}
            </span>
          ),
        },
        ...columns,
      ]}
    />
  )
}

function ValueCell({ value }: { value: PolicyValue | undefined }) {
  const t = useTranslations('policies.zone')
  const tell = useValueWords()
  if (!value) return <span className="text-ink-soft">{t('absent')}</span>
  return (
    <span className="flex min-w-0 flex-col gap-1 py-1">
      <span className="font-semibold wrap-anywhere">{tell(value)}</span>
      <ValueSource value={value} />
    </span>
  )
}
