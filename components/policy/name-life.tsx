import { useLocale, useTranslations } from 'next-intl'
import type { TimelineEvent, TimelineKind } from '@/lib/domains/timeline.rule'
import type { Phase, PhaseKind, SampleLife } from '@/lib/dossiers/search/sample-life.rule'
import { formatDay, formatRelative, instantText } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { DescriptionList } from '../ui/description-list'
import { Instant } from '../ui/instant'
import { LifeLine } from '../ui/life-line'
import type { LifeMark } from '../ui/life-line-layout'
import type { Tone } from '../ui/tone'
import { RuleWhy } from './rule-why'

const PHASE_TONES: Readonly<Record<PhaseKind, Tone>> = {
  held: 'plain',
  term: 'done',
  renewable: 'near',
  redemption: 'near',
  reclaim: 'urgent',
  deletion: 'urgent',
  free: 'plain',
}
/** Work that runs at an hour; the other dates are days. */
const AT_AN_HOUR: ReadonlySet<TimelineKind> = new Set(['allotment', 'suspended', 'released'])
/** A right lasts through its day and ends at the midnight after it: the day is told, not the next one. */
const LAST_DAYS: ReadonlySet<TimelineKind> = new Set(['pay-by', 'last-day-to-renew'])
const MINUTE_MS = 60_000

interface NameLifeProps {
  life: SampleLife
  now: Date
  /** The drawing in a sentence. */
  summary: string
  /** The dates drawn; all of them without it. */
  kinds?: readonly TimelineKind[]
}

/** The life line of a name, from its hold to its release. Server only. */
export function NameLife({ life, now, summary, kinds }: NameLifeProps) {
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
      summary={summary}
      from={life.heldAt.toISOString()}
      to={life.until.toISOString()}
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
export function LifeDates({ life, now, policyId }: { life: SampleLife; now: Date; policyId: string }) {
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
              why={<RuleWhy rule={event.rule} about={events(event.kind)} policyId={policyId} />}
            />
            {event.provisional && <p className="text-sm text-ink-soft">{t('provisional')}</p>}
          </>
        ),
      }))}
    />
  )
}

function textOf(locale: Locale, event: TimelineEvent, zone: string, now: Date) {
  return instantText(locale, shownInstant(event), {
    zone,
    precision: AT_AN_HOUR.has(event.kind) ? 'hour' : 'day',
    now,
  })
}

function shownInstant({ kind, at }: TimelineEvent): Date {
  return LAST_DAYS.has(kind) ? new Date(at.getTime() - MINUTE_MS) : at
}
