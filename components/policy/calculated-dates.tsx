import { useLocale, useTranslations } from 'next-intl'
import type { CountedEvent } from '@/lib/domains/calculator/calculator-page.query'
import type { TimelineEvent } from '@/lib/domains/timeline-event'
import { formatWeekday, instantText } from '@/lib/i18n/format'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { Instant } from '../ui/instant'
import { StateMark } from '../ui/state-mark'
import { AT_AN_HOUR, DateWhy, shownInstant } from './name-life'

interface CalculatedDatesProps {
  dates: readonly CountedEvent[]
  timeZone: string
  policyId: string
}

/** Every date of a life: weekday, day and hour, how many days from today, and the rule. Server only. */
export function CalculatedDates({ dates, timeZone, policyId }: CalculatedDatesProps) {
  const t = useTranslations('calculator.dates')
  const kinds = useTranslations('policy.timeline')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={dates}
      rowKey={({ event }) => event.kind}
      empty={<EmptyState title={t('none')} />}
      columns={[
        { key: 'what', header: t('what'), rowHeader: true, cell: ({ event }) => kinds(event.kind) },
        {
          key: 'when',
          header: t('when'),
          cell: ({ event }) => <EventDate event={event} timeZone={timeZone} policyId={policyId} />,
        },
        { key: 'days', header: t('days'), cell: ({ inDays }) => <InDays count={inDays} /> },
      ]}
    />
  )
}

interface EventDateProps {
  event: TimelineEvent
  timeZone: string
  policyId: string
}

function EventDate({ event, timeZone, policyId }: EventDateProps) {
  const t = useTranslations('search')
  const kinds = useTranslations('policy.timeline')
  const locale = useLocale()
  const at = shownInstant(event)
  const precision = AT_AN_HOUR.has(event.kind) || event.kind === 'expires' ? 'hour' : 'day'
  return (
    <div>
      <span className="me-2">{formatWeekday(locale, at, timeZone)}</span>
      <Instant
        at={instantText(locale, at, { zone: timeZone, precision })}
        why={<DateWhy event={event} about={kinds(event.kind)} policyId={policyId} />}
      />
      {event.provisional && <StateMark tone="near" word={t('provisional')} className="text-sm" />}
    </div>
  )
}

function InDays({ count }: { count: number }) {
  const t = useTranslations('calculator.dates')
  return count < 0 ? t('ago', { days: -count }) : t('in', { days: count })
}
