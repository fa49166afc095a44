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

/** The narrowest line that is drawn lying down, in pixels; what fits there fits on every wider one. */
export const LINE_WIDTH = 700

/** Room between a pole and the text of its label. */
export const LABEL_GAP = 6

/** Where an instant stands between two others, from 0 to 1; outside it is held at the end. */
export function share(at: string, from: string, to: string): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  if (end <= start) return 0
  return Math.min(1, Math.max(0, (Date.parse(at) - start) / (end - start)))
}

/**
 * A label like a flag: its pole stands on its mark, the text right or left of it, or over it where there is room.
 * Lengths are pixels from the mark, so that they hold at every width of the line.
 */
export interface Placed {
  mark: LifeMark
  /** Where the mark stands on the line, from 0 to 1. */
  x: number
  /** The row of its label, 0 nearest to the line. */
  lane: number
  anchor: 'start' | 'middle' | 'end'
  /** Where the pole stands; 0 is on the mark. */
  pole: number
  /** The room of the label. */
  left: number
  right: number
}

/** Room that a label takes: at most half of the line, so that there is always a side on which it fits. */
function labelWidth(mark: LifeMark): number {
  const text = Math.max(textWidth(mark.label), textWidth(mark.when))
  return Math.min(LINE_WIDTH / 2, text + 2 * LABEL_GAP)
}

/** Room that a phase's name takes within its band, as a share; the marks at both ends need theirs. */
export function bandTextWidth(band: LifeBand): number {
  return (textWidth(band.label) + 40) / LINE_WIDTH
}

/** A careful guess at 14 px, semibold; Han is about twice as wide. */
function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e7f' ? 14.2 : 8.4
  return width
}

/** A label before it has its row: everything in pixels of the narrowest line. */
interface Flag {
  readonly mark: LifeMark
  readonly at: number
  readonly width: number
}

interface Raised {
  readonly anchor: Placed['anchor']
  readonly pole: number
  readonly left: number
  readonly right: number
}

/**
 * Places the labels so that none touches another and no pole goes through one. Marks come back in order of time.
 * Of all ways to part the labels into those right and those left of their poles, the lowest one is taken.
 */
export function placeMarks(marks: readonly LifeMark[], from: string, to: string): Placed[] {
  const flags = [...marks]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((mark) => ({ mark, at: share(mark.at, from, to) * LINE_WIDTH, width: labelWidth(mark) }))
  const ways = flags.map((_flag, index) => raise(flags, flags.length - index)).concat([raise(flags, 0)])
  const rows = [...ways, leaning(flags)].flatMap((raised) => {
    const lanes = raised && lanesOf(raised)
    return raised && lanes ? [{ raised, lanes, height: Math.max(0, ...lanes) }] : []
  })
  const best = rows.reduce((low, row) => (row.height < low.height ? row : low))
  return flags.map(({ mark, at }, index) => {
    const { anchor, pole, left, right } = best.raised[index]!
    const lane = best.lanes[index]!
    return { mark, x: at / LINE_WIDTH, lane, anchor, pole: pole - at, left: left - at, right: right - at }
  })
}

/** The first `turn` labels right of their poles, the others left; over the pole where no other is near. */
function raise(flags: readonly Flag[], turn: number): Raised[] | undefined {
  const raised = flags.map((flag, index): Raised => {
    const { at, width } = flag
    if (isAlone(flag, flags)) {
      return { anchor: 'middle', pole: at, left: at - width / 2, right: at + width / 2 }
    }
    if (index < turn) return { anchor: 'start', pole: at, left: at, right: at + width }
    return { anchor: 'end', pole: at, left: at - width, right: at }
  })
  return raised.every(({ left, right }) => left >= 0 && right <= LINE_WIDTH) ? raised : undefined
}

function isAlone(flag: Flag, flags: readonly Flag[]): boolean {
  const { at, width } = flag
  if (at < width / 2 || at + width / 2 > LINE_WIDTH) return false
  return flags.every((other) => other === flag || Math.abs(other.at - at) >= width / 2)
}

const LEAN = 10

/**
 * All labels right of their poles; those without room there lean to the left, each pole beside the next. This
 * way is always open: a pole stands in a label only when it comes after it.
 */
function leaning(flags: readonly Flag[]): Raised[] {
  const raised: Raised[] = []
  let [limit, isLeaning] = [LINE_WIDTH, false]
  for (const { at, width } of [...flags].reverse()) {
    const pole = Math.min(at, LINE_WIDTH - width, isLeaning ? limit - LEAN : limit)
    isLeaning = pole < at
    limit = pole
    raised.unshift({ anchor: 'start', pole, left: pole, right: pole + width })
  }
  return raised
}

/** The lowest row for each label above those whose poles it stands over; none when two want to be above each other. */
function lanesOf(raised: readonly Raised[]): number[] | undefined {
  const below = raised.map((label) =>
    raised.flatMap((other, index) => (label.left < other.pole && other.pole < label.right ? [index] : [])),
  )
  const lanes: number[] = []
  const open = new Set(raised.keys())
  while (open.size > 0) {
    const next = [...open].find((index) =>
      below[index]!.every((other) => other === index || !open.has(other)),
    )
    if (next === undefined) return undefined
    open.delete(next)
    lanes[next] = freeLane(next, raised, lanes, below[next]!)
  }
  return lanes
}

function freeLane(
  index: number,
  raised: readonly Raised[],
  lanes: readonly (number | undefined)[],
  below: readonly number[],
): number {
  const { left, right } = raised[index]!
  let lane = Math.max(0, ...below.map((other) => (other === index ? 0 : (lanes[other] ?? 0) + 1)))
  while (raised.some((other, at) => lanes[at] === lane && left < other.right && other.left < right)) lane++
  return lane
}

/** The band in which an instant lies; the later one at a boundary, unless `before` asks for the earlier. */
export function bandAt(bands: readonly LifeBand[], at: string, before = false): LifeBand | undefined {
  const t = Date.parse(at)
  return bands.find(({ from, to }) =>
    before ? Date.parse(from) < t && t <= Date.parse(to) : Date.parse(from) <= t && t < Date.parse(to),
  )
}
