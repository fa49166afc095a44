import { expect, test } from 'vitest'
import { calendarOf, zoneById } from '@/lib/policy/resolver'
import { daysOffOf, ticksPath } from './life-line-days'

const calendar = calendarOf(zoneById('vn'))
const at = (day: string) => new Date(`${day}T00:00:00+07:00`)

test('weekends and holidays in a row are one run', () => {
  expect(daysOffOf(calendar, at('2025-04-21'), at('2025-05-06'))).toEqual([
    { from: at('2025-04-26').toISOString(), to: at('2025-04-28').toISOString() },
    { from: at('2025-04-30').toISOString(), to: at('2025-05-05').toISOString() },
  ])
})

test('a run at the edge ends with its day', () => {
  const [run] = daysOffOf(calendar, at('2026-07-03'), at('2026-07-05'))
  expect(run).toEqual({ from: at('2026-07-04').toISOString(), to: at('2026-07-06').toISOString() })
})

test.each([
  ['a year', '2026-01-01', '2027-01-01', true],
  ['ten years', '2026-01-01', '2036-01-01', false],
  ['days no calendar knows', '2100-12-01', '2101-02-01', false],
])('%s: ticks only where they can be told apart', (_what, from, to, expected) => {
  expect(daysOffOf(calendar, at(from), at(to)).length > 50).toBe(expected)
})

test('ticks are one path, held within the line', () => {
  const [from, to] = ['2026-07-01T00:00:00Z', '2026-07-11T00:00:00Z']
  const runs = [
    { from: '2026-06-30T00:00:00Z', to: '2026-07-02T00:00:00Z' },
    { from: '2026-07-10T00:00:00Z', to: '2026-07-13T00:00:00Z' },
    { from: '2026-08-01T00:00:00Z', to: '2026-08-02T00:00:00Z' },
  ]
  expect(ticksPath(runs, from, to)).toBe('M0 0h1000v1h-1000zM9000 0h1000v1h-1000z')
})
