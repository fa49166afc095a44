import { useLocale, useTranslations } from 'next-intl'
import type { DrawnLife, Phase, PhaseKind } from '@/lib/domains/calculator/phases.rule'
import type { TimelineEvent, TimelineKind } from '@/lib/domains/timeline-event'
import { formatDay, formatRelative, instantText } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { DescriptionList } from '../ui/description-list'
import { Instant } from '../ui/instant'
import { LifeLine } from '../ui/life-line'
import { daysOffOf } from '../ui/life-line-days'
import type { LifeMark } from '../ui/life-line-layout'
import type { Tone } from '../ui/tone'
import { RuleWhy } from './rule-why'

export const PHASE_TONES: Readonly<Record<PhaseKind, Tone>> = {
  held: 'plain',
  term: 'done',
  renewable: 'near',
  redemption: 'near',
  reclaim: 'urgent',
  deletion: 'urgent',
  free: 'plain',
}
/** Work that runs at an hour; the other dates are days. */
export const AT_AN_HOUR: ReadonlySet<TimelineKind> = new Set(['allotment', 'suspended', 'released'])
/** A right lasts through its day and ends at the midnight after it: the day is told, not the next one. */
const LAST_DAYS: ReadonlySet<TimelineKind> = new Set(['pay-by', 'last-day-to-renew'])
const MINUTE_MS = 60_000

interface NameLifeProps {
  life: DrawnLife
  now: Date
  /** Whose life it is: the name, or "a name under …". */
  of: string
  /** The policy whose days off are ticked. */
  zone: string
  /** The dates drawn; all of them without it. */
  kinds?: readonly TimelineKind[]
}

/** The life line of a name, from its hold to its release. Server only. */
export function NameLife({ life, now, of, zone, kinds }: NameLifeProps) {
  const t = useTranslations('search.life')
  const phases = useTranslations('search.phases')
  const events = useTranslations('policy.timeline')
  const locale = useLocale()
  const shown = life.events.filter((event) => !kinds || kinds.includes(event.kind))
  const markOf = (event: TimelineEvent): LifeMark => ({
    id: event.kind,
    at: event.at.toISOString(),
    label: events(event.kind),
    when: formatDay(locale, shownInstant(event), life.timeZone),
    relative: formatRelative(locale, shownInstant(event), now, life.timeZone),
  })
  return (
    <LifeLine
      summary={t('summary', {
        name: of,
        phases: life.phases.map((phase) => phases(phase.kind)).join(', '),
      })}
      from={life.from.toISOString()}
      to={life.until.toISOString()}
      daysOff={daysOffOf(calendarOf(zoneById(zone)), life.from, life.until)}
      now={now.toISOString()}
      nowText={formatDay(locale, now, life.timeZone)}
      marks={shown.map(markOf)}
      bands={life.phases.map((phase) => ({ ...bandOf(phase), label: phases(phase.kind) }))}
    />
  )
}

function bandOf({ kind, from, to }: Phase) {
  return { id: kind, from: from.toISOString(), to: to.toISOString(), tone: PHASE_TONES[kind] }
}

/** The same dates as a list, each with the rule behind it and whether it rests on unpublished holidays. */
export function LifeDates({ life, now, policyId }: { life: DrawnLife; now: Date; policyId: string }) {
  const t = useTranslations('search')
  const events = useTranslations('policy.timeline')
  const locale = useLocale()
  return (
    <DescriptionList
      items={life.events.map((event) => ({
        key: event.kind,
        term: events(event.kind),
        value: (
          <>
            <Instant
              at={textOf(locale, event, life.timeZone, now)}
              why={<DateWhy event={event} about={events(event.kind)} policyId={policyId} />}
            />
            {event.provisional && <p className="text-sm text-ink-soft">{t('provisional')}</p>}
          </>
        ),
      }))}
    />
  )
}

/** The rule behind a date; where none states it, that each extension has its own periods (R-HO-07). */
export function DateWhy({
  event,
  ...rest
}: {
  event: Pick<TimelineEvent, 'rule' | 'basis'>
  about: string
  policyId: string
}) {
  if (event.rule) return <RuleWhy rule={event.rule} {...rest} />
  return <RuleWhy rule="R-HO-07" grade={event.basis?.grade ?? 'assumed'} {...rest} />
}

function textOf(locale: Locale, event: TimelineEvent, zone: string, now: Date) {
  return instantText(locale, shownInstant(event), {
    zone,
    precision: AT_AN_HOUR.has(event.kind) ? 'hour' : 'day',
    now,
  })
}

/** The instant by which a date is told. */
export function shownInstant({ kind, at }: Pick<TimelineEvent, 'kind' | 'at'>): Date {
  return LAST_DAYS.has(kind) ? new Date(at.getTime() - MINUTE_MS) : at
}
