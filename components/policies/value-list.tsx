import { useLocale, useTranslations } from 'next-intl'
import { localPath } from '@/lib/i18n/locale'
import { GRADES, type WantedGrade } from '@/lib/policy/versions/grades'
import type { ListedValue } from '@/lib/operations/policies/policies.query'
import { valueKey } from '@/lib/policy/versions/values.rule'
import { buttonStyle } from '../ui/button-style'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { SelectInput } from '../ui/select-input'
import { TextInput } from '../ui/text-input'
import { ValueSource } from './value-source'
import { useDayWords, useTopicWords, useValueWords } from './value-words'

interface FilterProps {
  zones: readonly string[]
  wanted: { readonly zone?: string; readonly grade: WantedGrade; readonly text: string }
}

/** Narrows the list of values; what is asked stands in the address. Server only. */
export function ValueFilter({ zones, wanted }: FilterProps) {
  const t = useTranslations('policies.list')
  const locale = useLocale()
  return (
    <form
      key={`${wanted.zone} ${wanted.grade} ${wanted.text}`}
      action={localPath(locale, '/operator/policies')}
      method="get"
      role="search"
      aria-label={t('filter')}
      className="no-print mb-4 flex flex-wrap items-end gap-3"
    >
      <FilterFields zones={zones} wanted={wanted} />
      <button type="submit" className={buttonStyle('secondary')}>
        {t('show')}
      </button>
    </form>
  )
}

function FilterFields({ zones, wanted }: FilterProps) {
  const t = useTranslations('policies.list')
  const grades = useTranslations('policies.wanted')
  return (
    <>
      <div className="min-w-0 grow basis-40 sm:max-w-56">
        <SelectInput
          id="zone"
          name="zone"
          label={t('zone')}
          choices={[
            { value: '', label: t('anyZone') },
            ...zones.map((zone) => ({ value: zone, label: `.${zone}` })),
          ]}
          defaultValue={wanted.zone ?? ''}
        />
      </div>
      <div className="min-w-0 grow basis-40 sm:max-w-64">
        <SelectInput
          id="grade"
          name="grade"
          label={t('grade')}
          choices={GRADES.map((value) => ({ value, label: grades(value) }))}
          defaultValue={wanted.grade}
        />
      </div>
      <div className="min-w-0 grow basis-40 sm:max-w-64">
        <TextInput id="text" name="text" label={t('text')} defaultValue={wanted.text} autoComplete="off" />
      </div>
    </>
  )
}

/** Values with what each rests on. Server only. */
export function ValueList({ values }: { values: readonly ListedValue[] }) {
  const t = useTranslations('policies.list')
  const [topic, tell, day] = [useTopicWords(), useValueWords(), useDayWords()]
  return (
    <DataTable
      caption={t('values')}
      captionHidden
      density="dense"
      rows={values}
      rowKey={(row) => `${row.zone} ${row.from ?? ''} ${valueKey(row)}`}
      empty={<EmptyState title={t('nothing')}>{t('nothingHow')}</EmptyState>}
      columns={[
        { key: 'value', header: t('parameter'), rowHeader: true, cell: topic },
        { key: 'zone', header: t('zone'), cell: (row) => `.${row.zone}` },
        {
          key: 'from',
          header: t('from'),
          cell: (row) => (row.from ? day(row.from) : t('everyVersion')),
        },
        { key: 'is', header: t('value'), cell: (row) => <span className="wrap-anywhere">{tell(row)}</span> },
        { key: 'source', header: t('source'), cell: (row) => <ValueSource value={row} /> },
      ]}
    />
  )
}
