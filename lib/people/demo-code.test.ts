import { expect, test } from 'vitest'
import { usableStep } from './demo-code.query'

test.each([
  ['nothing was used yet', 100n, 0n, 100n],
  ['the present code was used', 100n, 100n, 101n],
  ['the next code was used already', 100n, 101n, null],
])('a demonstration shows a code that will be taken: %s', (_what, present, lastUsed, expected) =>
  expect(usableStep(present, lastUsed)).toBe(expected),
)
