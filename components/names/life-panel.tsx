import { useLocale, useTranslations } from 'next-intl'
import { LifeLine } from '@/components/ui/life-line'
import { daysOffOf } from '@/components/ui/life-line-days'
import { Panel } from '@/components/ui/panel'
import type { NameView } from '@/lib/domains/manage/name.query'
import { formatDay, formatRelative } from '@/lib/i18n/format'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { PHASE_TONES } from '../policy/name-life'
import { lifePhases, lifePoints, shownAt } from './life'

const URGENT = ['pay-by', 'last-day-to-renew', 'released']

/** The name's life as a line. Server only. */
export function LifePanel({ view }: { view: NameView }) {
  const t = useTranslations('names')
  const kinds = useTranslations('policy.timeline')
  const phases = useTranslations('search.phases')
  const locale = useLocale()
  const points = lifePoints(view)
  const day = (at: Date) => formatDay(locale, at, view.timeZone)
  const [first, last] = [points[0]?.at ?? view.heldAt, points.at(-1)?.at ?? view.now]
  const [from, to] = [earlier(first, view.now), last > view.now ? last : view.now]
  return (
    <Panel title={t('one.life')}>
      <LifeLine
        summary={t('one.lifeSummary', { name: view.nameUnicode, from: day(first), to: day(last) })}
        from={from.toISOString()}
        to={to.toISOString()}
        daysOff={daysOffOf(calendarOf(zoneById(view.zone)), from, to)}
        now={view.now.toISOString()}
        nowText={day(view.now)}
        marks={points.map(({ kind, at }) => ({
          id: kind,
          at: at.toISOString(),
          label: kind === 'held' ? t('one.held') : kinds(kind),
          when: day(shownAt({ kind, at })),
          relative: formatRelative(locale, at, view.now, view.timeZone),
          ...(URGENT.includes(kind) && { tone: 'near' as const }),
        }))}
        bands={lifePhases(view).map(({ kind, from, to }) => ({
          id: kind,
          from: from.toISOString(),
          to: to.toISOString(),
          label: phases(kind),
          tone: PHASE_TONES[kind],
        }))}
      />
    </Panel>
  )
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
