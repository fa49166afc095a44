import { useLocale, useTranslations } from 'next-intl'
import type { Notice } from '@/lib/domains/notices.rule'
import { instantText } from '@/lib/i18n/format'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { Instant } from '../ui/instant'
import { RuleWhy } from './rule-why'

interface NoticeTableProps {
  notices: readonly Notice[]
  timeZone: string
  policyId: string
}

/** Which messages a holder gets about a term, and when (R-NS-17, R-NS-27). Server only. */
export function NoticeTable({ notices, timeZone, policyId }: NoticeTableProps) {
  const t = useTranslations('search.notices')
  const locale = useLocale()
  const what = ({ kind, days = 0 }: Notice) => t(`kinds.${kind}`, { days })
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      density="dense"
      rows={notices}
      rowKey={(notice) => `${notice.kind} ${notice.days ?? ''}`}
      empty={<EmptyState title={t('none')} />}
      columns={[
        { key: 'what', header: t('what'), rowHeader: true, cell: what },
        {
          key: 'when',
          header: t('when'),
          cell: (notice) => (
            <Instant
              at={instantText(locale, notice.at, { zone: timeZone, precision: 'hour' })}
              why={<RuleWhy rule={notice.rule ?? 'R-NS-17'} about={what(notice)} policyId={policyId} />}
            />
          ),
        },
      ]}
    />
  )
}
