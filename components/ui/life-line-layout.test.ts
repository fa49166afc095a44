import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandAt, isZoomed, type LifeBand, type LifeMark, placeMarks, share } from './life-line-layout'

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

describe('placeMarks', () => {
  test('labels of marks on one day stand in different rows', () => {
    const placed = placeMarks([mark('a', TO), mark('b', TO), mark('c', TO)], FROM, TO)
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2])
  })

  test('no label stands on the way up to another', () => {
    const at = ['2026-11-24', '2026-12-24', '2027-01-24', '2027-02-13'].map((day) => `${day}T00:00:00Z`)
    const placed = placeMarks(
      at.map((day) => mark(day, day, 'Last day to renew')),
      '2025-12-24T00:00:00Z',
      '2027-03-13T00:00:00Z',
    )
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2, 3])
    expect(placed.every(({ anchor }) => anchor === 'end')).toBe(true)
  })

  test('labels at the ends stay on the line', () => {
    const placed = placeMarks([mark('a', FROM), mark('b', TO)], FROM, TO)
    expect(placed.map(({ anchor }) => anchor)).toEqual(['start', 'end'])
  })

  test('marks come in order of time and none is lost', () => {
    const instant = fc.integer({ min: Date.parse(FROM), max: Date.parse(TO) })
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 12 }), (instants) => {
        const marks = instants.map((at, index) => mark(String(index), new Date(at).toISOString()))
        const placed = placeMarks(marks, FROM, TO)
        expect(placed).toHaveLength(marks.length)
        for (let index = 1; index < placed.length; index++) {
          expect(placed[index]!.x).toBeGreaterThanOrEqual(placed[index - 1]!.x)
        }
      }),
    )
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

test('days off are drawn for weeks, not for years', () => {
  expect(isZoomed(FROM, '2026-02-01T00:00:00Z')).toBe(true)
  expect(isZoomed(FROM, TO)).toBe(false)
})
