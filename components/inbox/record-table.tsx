import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { KeysetPager } from '@/components/ui/keyset-pager'
import type { Page } from '@/lib/kernel/page'
import type { SentRow } from '@/lib/notices/inbox/record.query'
import { DeliveryMark } from './delivery-mark'

interface RecordTableProps {
  page: Page<SentRow>
  zone: string
  /** Where the record is. */
  path: string
  /** Somewhere behind its first page. */
  isFurther: boolean
}

/** What was sent where and when, and when it was seen (R-NS-17). Server only. */
export function RecordTable({ page, zone, path, isFurther }: RecordTableProps) {
  const t = useTranslations('inbox')
  const moment = (at: Date) => <When at={at} zone={zone} exact />
  return (
    <>
      <DataTable
        caption={t('openRecord')}
        captionHidden
        rows={page.items}
        rowKey={(row) => row.id}
        density="dense"
        cards
        empty={<EmptyState title={t('recordNone')} />}
        columns={[
          { key: 'written', header: t('written'), cell: (row) => moment(row.createdAt) },
          { key: 'subject', header: t('subject'), rowHeader: true, cell: (row) => row.subject },
          {
            key: 'address',
            header: t('address'),
            cell: (row) => <span className="wrap-anywhere">{row.address}</span>,
          },
          {
            key: 'handed',
            header: t('handed'),
            cell: (row) => (row.sentAt ? moment(row.sentAt) : t('notSent')),
          },
          {
            key: 'seen',
            header: t('seen'),
            cell: (row) => (row.seenAt ? moment(row.seenAt) : t(row.isMailAlone ? 'byMail' : 'notSeen')),
          },
          { key: 'state', header: t('state'), cell: (row) => <DeliveryMark state={row.state} /> },
        ]}
      />
      <Pages page={page} path={path} isFurther={isFurther} />
    </>
  )
}

function Pages({ page, path, isFurther }: Omit<RecordTableProps, 'zone'>) {
  return (
    <KeysetPager
      first={isFurther ? path : undefined}
      previous={page.previous ? `${path}?before=${page.previous}` : undefined}
      next={page.next ? `${path}?after=${page.next}` : undefined}
    />
  )
}
