import { useTranslations } from 'next-intl'
import { Disclosure } from './disclosure'
import { LifeLineAcross } from './life-line-across'
import { LifeLineDown } from './life-line-down'
import type { DaysOff } from './life-line-days'
import type { LifeBand, LifeMark } from './life-line-layout'
import { LifeLineTable } from './life-line-table'

export interface LifeLineProps {
  /** The drawing in a sentence, for who cannot see it. */
  summary: string
  from: string
  to: string
  /** Today's instant (ISO) and its text. */
  now: string
  nowText: string
  marks: readonly LifeMark[]
  bands: readonly LifeBand[]
  /** What `daysOffOf` found in the zone's calendar. */
  daysOff?: readonly DaysOff[]
}

/**
 * A life as a ruled line: past marks filled, today a needle, coming marks open, phases as bands, days off
 * ticked where they can be told apart. Lies down on a wide page, stands on a phone; a table tells the same.
 * Server only.
 */
export function LifeLine(props: LifeLineProps) {
  const t = useTranslations('ui.lifeLine')
  return (
    <figure className="m-0">
      <div className="hidden md:block print:block">
        <LifeLineAcross {...props} todayLabel={t('today')} ticksLabel={t('closed')} />
      </div>
      <div className="md:hidden print:hidden">
        <LifeLineDown {...props} todayLabel={t('today')} />
      </div>
      <Disclosure summary={t('asTable')} className="no-print mt-3 text-sm">
        <LifeLineTable {...props} />
      </Disclosure>
    </figure>
  )
}
