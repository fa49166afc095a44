import clsx from 'clsx'
import type { LifeLineProps } from './life-line'
import { BAND_FILL } from './life-line-across'
import { bandAt, type LifeBand, type LifeMark } from './life-line-layout'
import { TONE_TEXT } from './tone'

const NOW = 'now'

/** The line standing, for a phone: one row for each mark, today between them. */
export function LifeLineDown(props: LifeLineProps & { todayLabel: string }) {
  const { now, bands } = props
  const today: LifeMark = { id: NOW, at: now, label: props.todayLabel, when: props.nowText, tone: 'urgent' }
  const rows = [...props.marks, today].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <ol aria-label={props.summary}>
      {rows.map((mark) => {
        const before = bandAt(bands, mark.at, true)
        const after = bandAt(bands, mark.at)
        return (
          <li key={mark.id} className="flex min-h-14 gap-4">
            <Rail mark={mark} before={before} after={after} past={mark.at <= now} />
            <div className="flex min-w-0 flex-1 flex-col justify-center py-2">
              <span className={clsx('font-semibold', mark.tone && TONE_TEXT[mark.tone])}>{mark.label}</span>
              <span className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
                <time dateTime={mark.at}>{mark.when}</time>
                {mark.relative && <span>{mark.relative}</span>}
              </span>
              {after && after !== before && <span className="text-sm text-ink-soft">{after.label}</span>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

interface RailProps {
  mark: LifeMark
  before?: LifeBand
  after?: LifeBand
  past: boolean
}

/** The piece of the line beside one row, with the phase before its mark above and the one after below. */
function Rail({ mark, before, after, past }: RailProps) {
  return (
    <div className="relative w-6 shrink-0">
      <svg width="24" height="100%" className="absolute inset-0 h-full overflow-visible" aria-hidden="true">
        {before && <rect x="5" width="14" y="0" height="51%" className={BAND_FILL[before.tone]} />}
        {after && <rect x="5" width="14" y="50%" height="51%" className={BAND_FILL[after.tone]} />}
        <line x1="20" x2="20" y1="0" y2="101%" className="stroke-ink" strokeWidth="2" />
        {mark.id === NOW ? (
          <line x1="0" x2="30" y1="50%" y2="50%" className="stroke-stamp" strokeWidth="3" />
        ) : (
          <circle
            cx="12"
            cy="50%"
            r="7"
            className={past ? 'fill-ink stroke-sheet' : 'fill-sheet stroke-ink'}
            strokeWidth="2.5"
          />
        )}
      </svg>
    </div>
  )
}
