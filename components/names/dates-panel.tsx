import { useLocale, useTranslations } from 'next-intl'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy, When } from '@/components/applications/when'
import { DataTable } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import type { NameView } from '@/lib/domains/manage/name.query'
import type { TimelineEvent } from '@/lib/domains/timeline-event'
import { localPath } from '@/lib/i18n/locale'
import { shownAt } from './life'

/** Every coming date of the name with the rule that makes it. Server only. */
export function DatesPanel({ view }: { view: NameView }) {
  const t = useTranslations('names.dates')
  const kinds = useTranslations('policy.timeline')
  const locale = useLocale()
  return (
    <Panel
      title={t('title')}
      aside={
        view.life.length > 0 && (
          <a
            href={localPath(locale, `/names/${view.nameAscii}/calendar`)}
            download
            className="no-print text-link"
          >
            {t('calendar')}
          </a>
        )
      }
    >
      <DataTable
        caption={t('title')}
        captionHidden
        rows={view.timeline}
        rowKey={(event) => event.kind}
        empty={<p className="text-ink-soft">{t(view.status === 'RELEASED' ? 'released' : 'none')}</p>}
        columns={[
          { key: 'what', header: t('what'), rowHeader: true, cell: (event) => kinds(event.kind) },
          { key: 'when', header: t('when'), cell: (event) => <EventDate event={event} view={view} /> },
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">{t('about')}</p>
    </Panel>
  )
}

/** A right that ends at midnight is shown by its last day; what runs at an hour, with the hour. */
function EventDate({ event, view }: { event: TimelineEvent; view: NameView }) {
  const t = useTranslations('names.dates')
  const kinds = useTranslations('policy.timeline')
  const anchor = event.kind === 'allotment' ? view.heldAt : (view.expiresAt ?? event.at)
  return (
    <div>
      <When
        at={shownAt(event)}
        zone={view.timeZone}
        now={view.now}
        exact={['allotment', 'expires', 'suspended', 'released'].includes(event.kind)}
        why={<RuleWhy rule={event.rule} policy={policyAt(view.zone, anchor)} about={kinds(event.kind)} />}
      />
      {event.provisional && <StateMark word={t('provisional')} tone="near" className="ms-2 text-sm" />}
    </div>
  )
}
