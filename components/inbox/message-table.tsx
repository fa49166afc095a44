import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { BOOKS_ZONE } from '@/components/billing/books-zone'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListAddress } from '@/components/ui/list-address'
import { RecordList } from '@/components/ui/record-list'
import { Link } from '@/lib/i18n/link'
import type { Page } from '@/lib/kernel/page'
import type { InboxRow } from '@/lib/notices/inbox/inbox.query'
import { DeliveryMark } from './delivery-mark'

export const INBOX_STATES = ['new'] as const

interface MessageTableProps {
  page: Page<InboxRow>
  address: ListAddress
}

/** Messages, those not opened yet in bold. Server only. */
export function MessageTable({ page, address }: MessageTableProps) {
  const t = useTranslations('inbox')
  return (
    <RecordList
      caption={t('title')}
      path="/inbox"
      address={address}
      page={page}
      states={INBOX_STATES.map((value) => ({ value, label: t('filterNew') }))}
      empty={
        <EmptyState title={t('emptyTitle')} action={<ButtonLink href="/">{t('emptySearch')}</ButtonLink>}>
          {t('emptyText')}
        </EmptyState>
      }
      columns={[
        {
          key: 'subject',
          header: t('subject'),
          rowHeader: true,
          cell: (row) => (
            <Link
              href={`/inbox/${row.id}`}
              className={row.isRead ? 'text-link font-normal' : 'text-link font-bold'}
            >
              {row.subject}
              {!row.isRead && <span className="sr-only"> ({t('unread')})</span>}
            </Link>
          ),
        },
        {
          key: 'written',
          header: t('written'),
          cell: (row) => <When at={row.createdAt} zone={BOOKS_ZONE} exact />,
        },
        { key: 'state', header: t('state'), cell: (row) => <DeliveryMark state={row.state} /> },
      ]}
    />
  )
}
