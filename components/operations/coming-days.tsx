import { useLocale, useTranslations } from 'next-intl'
import { formatCount, formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { PlotDay } from '@/lib/operations/runs/plot.query'
import { Disclosure } from '../ui/disclosure'

const HEIGHT = 160
const FOOT = 28
const HEAD = 20

/** Days are legal days already: told as UTC dates they stay what they are. */
function dayText(locale: Locale, day: string): string {
  return formatDay(locale, new Date(`${day}T00:00:00Z`), 'UTC')
}

/** Expiries and releases of the coming days as bars on one line, and the same as a table. Server only. */
export function ComingDays({ days }: { days: readonly PlotDay[] }) {
  const t = useTranslations('operator.runs.plot')
  const locale = useLocale()
  const most = Math.max(1, ...days.map(({ expiries, releases }) => Math.max(expiries, releases)))
  const sum = (kind: 'expiries' | 'releases') =>
    formatCount(
      locale,
      days.reduce((all, day) => all + day[kind], 0),
    )
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  const summary = t('summary', {
    from: dayText(locale, first),
    to: dayText(locale, last),
    expiries: sum('expiries'),
    releases: sum('releases'),
  })
  return (
    <figure className="m-0">
      <figcaption className="mb-2 max-w-text">{summary}</figcaption>
      <Bars days={days} most={most} summary={summary} />
      <Legend />
      <Disclosure summary={t('asTable')} className="mt-3 text-sm">
        <Table days={days} />
      </Disclosure>
    </figure>
  )
}

interface BarsProps {
  days: readonly PlotDay[]
  most: number
  summary: string
}

/** Two bars a day. Places are percentages, so that letters keep their size at any width. */
function Bars({ days, most, summary }: BarsProps) {
  const locale = useLocale()
  const width = 100 / days.length
  const foot = HEAD + HEIGHT
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT))
  const bar = (count: number, x: number, fill: string) =>
    count > 0 && (
      <rect
        x={`${x.toFixed(3)}%`}
        y={foot - tall(count)}
        width={`${(width * 0.42).toFixed(3)}%`}
        height={tall(count)}
        className={fill}
      />
    )
  return (
    <svg role="img" aria-label={summary} width="100%" height={foot + FOOT} className="overflow-visible">
      <text x="0" y="12" className="fill-ink-soft text-sm tabular-nums">
        {formatCount(locale, most)}
      </text>
      <line x1="0" x2="100%" y1={HEAD} y2={HEAD} className="stroke-rule" />
      {days.map(({ day, expiries, releases }, index) => (
        <g key={day}>
          {bar(expiries, index * width, 'fill-action')}
          {bar(releases, (index + 0.45) * width, 'fill-stamp')}
        </g>
      ))}
      <line x1="0" x2="100%" y1={foot} y2={foot} className="stroke-ink" strokeWidth="2" />
      <Ends days={days} y={foot + 20} />
    </svg>
  )
}

/** The first day, the middle one and the last below their place. */
function Ends({ days, y }: { days: readonly PlotDay[]; y: number }) {
  const locale = useLocale()
  const places = [
    { day: days[0]?.day, x: '0%', anchor: 'start' },
    { day: days[Math.floor(days.length / 2)]?.day, x: '50%', anchor: 'middle' },
    { day: days.at(-1)?.day, x: '100%', anchor: 'end' },
  ] as const
  return places.map(
    ({ day, x, anchor }) =>
      day && (
        <text key={x} x={x} y={y} textAnchor={anchor} className="fill-ink-soft text-sm">
          {dayText(locale, day)}
        </text>
      ),
  )
}

function Legend() {
  const t = useTranslations('operator.runs.plot')
  const entries = [
    ['fill-action', t('expiries')],
    ['fill-stamp', t('releases')],
  ] as const
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm text-ink-soft" aria-hidden="true">
      {entries.map(([fill, word]) => (
        <li key={fill} className="flex items-center gap-2">
          <svg width="16" height="12">
            <rect width="16" height="12" className={fill} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  )
}

/** The days on which something happens. */
function Table({ days }: { days: readonly PlotDay[] }) {
  const t = useTranslations('operator.runs.plot')
  const locale = useLocale()
  const rows = days.filter(({ expiries, releases }) => expiries + releases > 0)
  if (rows.length === 0) return <p>{t('nothing')}</p>
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="border-b-2 border-ink text-ink-soft">
          <th scope="col" className="py-1 text-start font-semibold">
            {t('day')}
          </th>
          <th scope="col" className="py-1 text-end font-semibold">
            {t('expiries')}
          </th>
          <th scope="col" className="py-1 text-end font-semibold">
            {t('releases')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ day, expiries, releases }) => (
          <tr key={day} className="border-b border-rule tabular-nums">
            <th scope="row" className="py-1 text-start font-normal">
              {dayText(locale, day)}
            </th>
            <td className="py-1 text-end">{formatCount(locale, expiries)}</td>
            <td className="py-1 text-end">{formatCount(locale, releases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
