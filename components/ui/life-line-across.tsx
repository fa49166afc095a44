import type { LifeLineProps } from './life-line'
import { ticksPath } from './life-line-days'
import { bandTextWidth, LABEL_GAP, type LifeBand, placeMarks, type Placed, share } from './life-line-layout'
import { TONE_TEXT, type Tone } from './tone'

const LANE_H = 42
const BAND_H = 24
const FOOT_H = 52
/** Between the line and the labels, where poles may lean. */
const LEAN_H = 14

export const BAND_FILL: Readonly<Record<Tone, string>> = {
  plain: 'fill-well',
  action: 'fill-action',
  done: 'fill-done',
  near: 'fill-near',
  urgent: 'fill-stamp',
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`

interface AcrossProps extends LifeLineProps {
  todayLabel: string
  /** What the ticks below the line are. */
  ticksLabel: string
}

/** The line lying down. Places are percentages, so that letters keep their size at any width. */
export function LifeLineAcross(props: AcrossProps) {
  const { from, to, now, marks, bands, daysOff = [], summary } = props
  const placed = placeMarks(marks, from, to)
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  const line = lanes * LANE_H + LEAN_H
  const ticks = ticksPath(daysOff, from, to)
  return (
    <>
      <svg
        role="img"
        aria-label={summary}
        width="100%"
        height={line + BAND_H + FOOT_H}
        className="overflow-visible"
      >
        {bands.map((band) => (
          <Band key={band.id} band={band} from={from} to={to} y={line} />
        ))}
        {ticks && (
          <svg y={line + BAND_H} width="100%" height="7" viewBox="0 0 10000 1" preserveAspectRatio="none">
            <path d={ticks} className="fill-ink-faint" />
          </svg>
        )}
        <line x1="0" x2="100%" y1={line + BAND_H} y2={line + BAND_H} className="stroke-ink" strokeWidth="2" />
        {placed.map((place) => (
          <MarkAcross key={place.mark.id} place={place} line={line} past={place.mark.at <= now} />
        ))}
        {from <= now && now <= to && (
          <Needle x={percent(share(now, from, to))} y={line} label={props.todayLabel} text={props.nowText} />
        )}
      </svg>
      <Legend
        bands={bands.filter((band) => isUnnamed(band, from, to))}
        ticks={ticks ? props.ticksLabel : ''}
      />
    </>
  )
}

/** How much of the line a phase takes, from 0 to 1. */
function spanOf(band: LifeBand, from: string, to: string): number {
  return share(band.to, from, to) - share(band.from, from, to)
}

/** Whether a phase is drawn, but too short to bear its name. */
function isUnnamed(band: LifeBand, from: string, to: string): boolean {
  const span = spanOf(band, from, to)
  return span > 0 && span <= bandTextWidth(band)
}

/** The names of phases too short to bear theirs, and what the ticks are. */
function Legend({ bands, ticks }: { bands: readonly LifeBand[]; ticks: string }) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm text-ink-soft empty:hidden" aria-hidden="true">
      {bands.map((band) => (
        <li key={band.id} className="flex items-center gap-2">
          <svg width="16" height="12">
            <rect width="16" height="12" className={BAND_FILL[band.tone]} />
          </svg>
          {band.label}
        </li>
      ))}
      {ticks && <li>{ticks}</li>}
    </ul>
  )
}

function Band({ band, from, to, y }: { band: LifeBand; from: string; to: string; y: number }) {
  const start = share(band.from, from, to)
  const width = spanOf(band, from, to)
  if (width <= 0) return null
  return (
    <g>
      <rect x={percent(start)} width={percent(width)} y={y} height={BAND_H} className={BAND_FILL[band.tone]}>
        <title>{band.label}</title>
      </rect>
      <line
        x1={percent(start)}
        x2={percent(start)}
        y1={y}
        y2={y + BAND_H}
        className="stroke-sheet"
        strokeWidth="2"
      />
      {width > bandTextWidth(band) && (
        // Near its beginning, beside the mark there: in the middle another mark may lie on it.
        <text
          x={percent(Math.max(start, 0))}
          dx="14"
          y={y + 17}
          className={`text-sm font-semibold ${band.tone === 'plain' ? 'fill-ink' : 'fill-sheet'}`}
        >
          {band.label}
        </text>
      )}
    </g>
  )
}

interface MarkProps {
  place: Placed
  line: number
  past: boolean
}

/** A mark with its label on a pole. An inner drawing at the mark's place, so that pixels count from there. */
function MarkAcross({ place, line, past }: MarkProps) {
  const { mark, lane, anchor, pole } = place
  const foot = line - LEAN_H - lane * LANE_H
  const top = anchor === 'middle' ? foot : foot - LANE_H + 8
  const text = pole + (anchor === 'start' ? LABEL_GAP : anchor === 'end' ? -LABEL_GAP : 0)
  return (
    <svg x={percent(place.x)} className={`overflow-visible ${mark.tone ? TONE_TEXT[mark.tone] : 'text-ink'}`}>
      <polyline
        points={`0,${line} ${pole},${line - LEAN_H} ${pole},${top}`}
        className="fill-none stroke-rule-strong"
      />
      <circle
        cy={line + BAND_H / 2}
        r="7"
        className={past ? 'fill-ink stroke-sheet' : 'fill-sheet stroke-ink'}
        strokeWidth={past ? 2 : 2.5}
      />
      <text x={text} y={foot - 22} textAnchor={anchor} className="fill-current text-sm font-semibold">
        {mark.label}
      </text>
      <text x={text} y={foot - 5} textAnchor={anchor} className="fill-ink-soft text-sm">
        {mark.when}
      </text>
    </svg>
  )
}

/** Today: an upright needle through the line, with its word below. */
function Needle({ x, y, label, text }: { x: string; y: number; label: string; text: string }) {
  const part = Number.parseFloat(x)
  const anchor = part < 12 ? 'start' : part > 88 ? 'end' : 'middle'
  const foot = y + BAND_H
  return (
    <g className="text-stamp">
      <line x1={x} x2={x} y1={y - 6} y2={foot + 16} stroke="currentColor" strokeWidth="2" />
      <circle cx={x} cy={foot + 16} r="3.5" fill="currentColor" />
      <text x={x} y={foot + 36} textAnchor={anchor} className="fill-current text-sm">
        <tspan className="font-semibold">{label}</tspan>
        <tspan dx="6" className="fill-ink-soft">
          {text}
        </tspan>
      </text>
    </g>
  )
}
