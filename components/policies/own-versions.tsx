import { useTranslations } from 'next-intl'
import { Moment } from '@/components/applications/when'
import { Link } from '@/lib/i18n/link'
import type { ZoneView } from '@/lib/operations/policies/policies.query'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { DraftState } from './draft-state'
import { useDayWords } from './value-words'

/** The operators' own versions of a zone, with who made and who published each. Server only. */
export function OwnVersions({ view }: { view: ZoneView }) {
  const t = useTranslations('policies.own')
  const day = useDayWords()
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      density="dense"
      rows={view.drafts}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      columns={[
        {
          key: 'from',
          header: t('from'),
          rowHeader: true,
          cell: (row) => (
            <Link href={`/operator/policies/${view.zone.zone}/draft/${row.id}`} className="text-link">
              {day(row.from)}
            </Link>
          ),
        },
        { key: 'state', header: t('state'), cell: (row) => <DraftState state={row.state} /> },
        { key: 'author', header: t('author'), cell: (row) => row.author },
        {
          key: 'at',
          header: t('authored'),
          cell: (row) => <Moment at={row.authoredAt} zone={view.zone.timeZone} />,
        },
        { key: 'approver', header: t('approver'), cell: (row) => row.approver ?? '–' },
      ]}
    />
  )
}
