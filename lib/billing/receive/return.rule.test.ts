import { expect, test } from 'vitest'
import { returnDueAt } from './return.rule'

test.each([
  ['2026-11-22T09:00:00+07:00', '2026-11-28T00:00:00+07:00'],
  ['2026-11-22T00:00:00+07:00', '2026-11-28T00:00:00+07:00'],
  ['2026-11-21T23:59:59+07:00', '2026-11-27T00:00:00+07:00'],
  ['2026-12-30T12:00:00+07:00', '2027-01-05T00:00:00+07:00'],
])('R-NS-31 money of unknown origin that came %s goes back at %s', (received, due) =>
  expect(returnDueAt(new Date(received))).toEqual(new Date(due)),
)
