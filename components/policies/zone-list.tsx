import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { ZoneLine } from '@/lib/operations/policies/policies.query'
import { DataTable } from '../ui/data-table'
import { StateMark } from '../ui/state-mark'
import { useDayWords } from './value-words'

/** Every zone with its dated versions, today's marked. Server only. */
export function ZoneList({ zones }: { zones: readonly ZoneLine[] }) {
  const t = useTranslations('policies.list')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('zones')}
      density="dense"
      rows={zones}
      rowKey={(row) => row.zone}
      empty={null}
      columns={[
        {
          key: 'zone',
          header: t('zone'),
          rowHeader: true,
          cell: (row) => (
            <Link href={`/operator/policies/${row.zone}`} className="text-link">
              .{row.zone}
            </Link>
          ),
        },
        { key: 'registry', header: t('registry'), cell: (row) => row.registry },
        { key: 'timeZone', header: t('timeZone'), cell: (row) => row.timeZone },
        {
          key: 'versions',
          header: t('versions'),
          cell: (row) => <Versions row={row} />,
        },
        {
          key: 'drafts',
          header: t('drafts'),
          align: 'end',
          cell: (row) => formatCount(locale, row.drafts),
        },
      ]}
    />
  )
}

/** The days from which a zone's versions hold. */
function Versions({ row }: { row: ZoneLine }) {
  const t = useTranslations('policies.list')
  const day = useDayWords()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {row.versions.map((from) => (
        <li key={from} className="inline-flex flex-wrap items-baseline gap-x-2">
          {day(from)}
          {from === row.current && <StateMark tone="action" word={t('current')} className="text-sm" />}
        </li>
      ))}
    </ul>
  )
}
