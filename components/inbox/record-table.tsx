import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { SentRow } from '@/lib/notices/inbox/inbox.query'
import { DeliveryMark } from './delivery-mark'

interface RecordTableProps {
  rows: readonly SentRow[]
  zone: string
}

/** What was sent where and when (R-NS-17). Server only. */
export function RecordTable({ rows, zone }: RecordTableProps) {
  const t = useTranslations('inbox')
  return (
    <DataTable
      caption={t('openRecord')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      density="dense"
      cards
      empty={<EmptyState title={t('recordNone')} />}
      columns={[
        {
          key: 'written',
          header: t('written'),
          cell: (row) => <When at={row.createdAt} zone={zone} exact />,
        },
        { key: 'subject', header: t('subject'), rowHeader: true, cell: (row) => row.subject },
        {
          key: 'address',
          header: t('address'),
          cell: (row) => <span className="wrap-anywhere">{row.address}</span>,
        },
        {
          key: 'handed',
          header: t('handed'),
          cell: (row) => (row.sentAt ? <When at={row.sentAt} zone={zone} exact /> : t('notSent')),
        },
        { key: 'state', header: t('state'), cell: (row) => <DeliveryMark state={row.state} /> },
      ]}
    />
  )
}
