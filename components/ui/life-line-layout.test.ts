import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandAt,
  type LifeBand,
  type LifeMark,
  LINE_WIDTH,
  placeMarks,
  type Placed,
  share,
} from './life-line-layout'

const FROM = '2026-01-01T00:00:00Z'
const TO = '2027-01-01T00:00:00Z'

function mark(id: string, at: string, label = 'Expiry'): LifeMark {
  return { id, at, label, when: '22 Nov 2026' }
}

describe('share', () => {
  test.each([
    [FROM, 0],
    [TO, 1],
    ['2026-07-02T12:00:00Z', 0.5],
    ['2020-01-01T00:00:00Z', 0],
    ['2030-01-01T00:00:00Z', 1],
  ])('%s is at %d', (at, expected) => expect(share(at, FROM, TO)).toBeCloseTo(expected, 5))

  test('an empty span puts everything at its start', () => expect(share(TO, FROM, FROM)).toBe(0))
})

/** A label's room, its pole and the height of both on a line of that width; row 0 is the lowest. */
function drawn(placed: readonly Placed[], width: number) {
  return placed.map(({ mark, x, lane, pole, left, right }) => {
    const at = x * width
    return { id: mark.id, lane, mark: at, pole: at + pole, left: at + left, right: at + right }
  })
}

const EPSILON = 1e-6
const spans = fc.integer({ min: 1, max: 4000 }).map((days) => days * 86_400_000)
const labels = fc.string({ unit: fc.constantFrom('a', 'ệ', '期', ' '), maxLength: 40 })
const places = fc.array(
  fc.tuple(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)), labels),
  {
    minLength: 1,
    maxLength: 12,
  },
)

describe('placeMarks', () => {
  test('no label touches another or leaves the line, no pole goes through a label, at any width', () => {
    fc.assert(
      fc.property(spans, places, fc.integer({ min: LINE_WIDTH, max: 1600 }), (span, entries, width) => {
        const start = Date.parse(FROM)
        const marks = entries.map(([part, label], index) =>
          mark(String(index), new Date(start + part * span).toISOString(), label),
        )
        const placed = drawn(placeMarks(marks, FROM, new Date(start + span).toISOString()), width)
        expect(placed).toHaveLength(marks.length)
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(-EPSILON)
          expect(one.right).toBeLessThanOrEqual(width + EPSILON)
          expect(one.left - EPSILON <= one.pole && one.pole <= one.right + EPSILON).toBe(true)
          for (const other of placed) {
            if (other === one) continue
            const overlaps = one.left < other.right - EPSILON && other.left < one.right - EPSILON
            expect(overlaps && one.lane === other.lane, 'labels touch').toBe(false)
            const isInside = one.left + EPSILON < other.pole && other.pole < one.right - EPSILON
            expect(isInside && other.lane > one.lane, 'a pole goes through a label').toBe(false)
            expect(one.mark < other.mark && one.pole > other.pole + EPSILON, 'poles cross').toBe(false)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('labels of marks on one day stand in different rows', () => {
    const placed = placeMarks([mark('a', TO), mark('b', TO), mark('c', TO)], FROM, TO)
    expect(placed.map(({ lane }) => lane).sort()).toEqual([0, 1, 2])
  })

  test('marks far apart have their labels over them, in one row', () => {
    const at = ['2026-03-01', '2026-06-01', '2026-09-01'].map((day) => `${day}T00:00:00Z`)
    const placed = placeMarks(
      at.map((day) => mark(day, day)),
      FROM,
      TO,
    )
    expect(placed.map(({ lane, anchor, pole }) => [lane, anchor, pole])).toEqual(
      Array(3).fill([0, 'middle', 0]),
    )
  })

  test('the end of a life: poles stand on their marks, labels left of them', () => {
    const at = ['2026-11-24', '2026-12-24', '2027-01-24', '2027-02-13'].map((day) => `${day}T00:00:00Z`)
    const placed = placeMarks(
      at.map((day) => mark(day, day, 'Last day to renew')),
      '2025-12-24T00:00:00Z',
      '2027-03-13T00:00:00Z',
    )
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2, 3])
    expect(placed.every(({ anchor, pole }) => anchor === 'end' && pole === 0)).toBe(true)
  })
})

describe('bandAt', () => {
  const bands: LifeBand[] = [
    { id: 'term', from: FROM, to: '2026-06-01T00:00:00Z', label: 'Term', tone: 'action' },
    { id: 'grace', from: '2026-06-01T00:00:00Z', to: TO, label: 'Grace', tone: 'near' },
  ]
  test('a boundary belongs to the later band, or on request to the earlier', () => {
    expect(bandAt(bands, '2026-06-01T00:00:00Z')?.id).toBe('grace')
    expect(bandAt(bands, '2026-06-01T00:00:00Z', true)?.id).toBe('term')
  })
  test('outside there is none', () => expect(bandAt(bands, '2028-01-01T00:00:00Z')).toBeUndefined())
})
