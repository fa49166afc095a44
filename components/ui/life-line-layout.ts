import type { Tone } from './tone'

/** A date on the line. Instants are ISO strings, texts are in the reader's language. */
export interface LifeMark {
  id: string
  at: string
  label: string
  /** The date as text. */
  when: string
  /** How far it is: "in 3 days". */
  relative?: string
  tone?: Tone
}

/** A phase between two dates. */
export interface LifeBand {
  id: string
  from: string
  to: string
  label: string
  tone: Tone
}

/** A day on which no work is done. */
export interface DayOff {
  from: string
  to: string
  label: string
}

/** Where an instant stands between two others, from 0 to 1; outside it is held at the end. */
export function share(at: string, from: string, to: string): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  if (end <= start) return 0
  return Math.min(1, Math.max(0, (Date.parse(at) - start) / (end - start)))
}

export interface Placed {
  mark: LifeMark
  /** From 0 to 1. */
  x: number
  /** The row of its label, 0 nearest to the line. */
  lane: number
  anchor: 'start' | 'middle' | 'end'
}

/** Room that a label takes, as a share of the narrowest line drawn (700 px); Han is about twice as wide. */
function labelWidth(mark: LifeMark): number {
  const widest = Math.max(textWidth(mark.label), textWidth(mark.when))
  return (widest + 20) / 700
}

/** Room that a phase's name takes within its band, as the same share; the marks at both ends need theirs. */
export function bandTextWidth(band: LifeBand): number {
  return (textWidth(band.label) + 40) / 700
}

function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e7f' ? 14 : 7.6
  return width
}

/** A label is centred on its mark unless it would leave the line or cover the way up to the next mark's label. */
function anchorOf(x: number, width: number, nextX: number): Placed['anchor'] {
  if (x >= width / 2 && x + width / 2 <= nextX) return 'middle'
  return x >= width ? 'end' : 'start'
}

interface Taken {
  x: number
  lane: number
  start: number
  end: number
}

/** Whether a label stands in that room, or the way up to a higher label goes through it. */
function isInTheWay(other: Taken, lane: number, start: number, end: number): boolean {
  if (other.lane === lane) return start < other.end && other.start < end
  return other.lane > lane && start < other.x && other.x < end
}

/** Gives each label the lowest row in which it touches no other. Marks come back in order of time. */
export function placeMarks(marks: readonly LifeMark[], from: string, to: string): Placed[] {
  const taken: Taken[] = []
  const sorted = [...marks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return sorted.map((mark, index) => {
    const x = share(mark.at, from, to)
    const width = labelWidth(mark)
    const next = sorted[index + 1]
    const anchor = anchorOf(x, width, next ? share(next.at, from, to) : 1)
    const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    let lane = 0
    while (taken.some((other) => isInTheWay(other, lane, start, start + width))) lane++
    taken.push({ x, lane, start, end: start + width })
    return { mark, x, lane, anchor }
  })
}

/** The band in which an instant lies; the later one at a boundary, unless `before` asks for the earlier. */
export function bandAt(bands: readonly LifeBand[], at: string, before = false): LifeBand | undefined {
  const t = Date.parse(at)
  return bands.find(({ from, to }) =>
    before ? Date.parse(from) < t && t <= Date.parse(to) : Date.parse(from) <= t && t < Date.parse(to),
  )
}

const ZOOMED_DAYS = 70

/** Days off are drawn only when a day is wide enough to be seen. */
export function isZoomed(from: string, to: string): boolean {
  return Date.parse(to) - Date.parse(from) <= ZOOMED_DAYS * 24 * 60 * 60 * 1000
}
