import { useLocale, useTranslations } from 'next-intl'
import { LifeLine } from '@/components/ui/life-line'
import { Panel } from '@/components/ui/panel'
import type { Tone } from '@/components/ui/tone'
import type { NameView } from '@/lib/domains/manage/name.query'
import { formatDay, formatRelative } from '@/lib/i18n/format'
import { type LifePhase, lifePhases, lifePoints, shownAt } from './life'

const TONES: Readonly<Record<LifePhase['kind'], Tone>> = {
  hold: 'action',
  term: 'done',
  renewable: 'near',
  reclaim: 'urgent',
}
const URGENT = ['pay-by', 'last-day-to-renew', 'released']

/** The name's life as a line. Server only. */
export function LifePanel({ view }: { view: NameView }) {
  const t = useTranslations('names')
  const kinds = useTranslations('policy.timeline')
  const locale = useLocale()
  const points = lifePoints(view)
  const day = (at: Date) => formatDay(locale, at, view.timeZone)
  const [first, last] = [points[0]?.at ?? view.heldAt, points.at(-1)?.at ?? view.now]
  return (
    <Panel title={t('one.life')}>
      <LifeLine
        summary={t('one.lifeSummary', { name: view.nameUnicode, from: day(first), to: day(last) })}
        from={earlier(first, view.now).toISOString()}
        to={(last > view.now ? last : view.now).toISOString()}
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
          label: t(`phases.${kind}`),
          tone: TONES[kind],
        }))}
      />
    </Panel>
  )
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
