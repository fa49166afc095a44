import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { decideStepUp, STEP_UP_MINUTES } from './define-command'

const NOW = new Date('2026-11-22T09:00:00Z')
const LONGEST_MS = STEP_UP_MINUTES * 60_000

function person(ageMs?: number): UserActor {
  const base = { kind: 'user', userId: 'a', roles: [], address: '', secondFactor: true } as const
  return ageMs === undefined ? base : { ...base, steppedUpAt: new Date(NOW.getTime() - ageMs) }
}

test.each([
  ['never proved', undefined, false],
  ['proved just now', 0, true],
  ['proved a moment less than ten minutes ago', LONGEST_MS - 1, true],
  ['proved ten minutes ago', LONGEST_MS, false],
  ['proved in the future, as by a clock set back', -1, false],
])('a person who %s', (_what, ageMs, expected) => expect(decideStepUp(person(ageMs), NOW).ok).toBe(expected))

test('a proof is good exactly while it is younger than ten minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -LONGEST_MS, max: 3 * LONGEST_MS }), (ageMs) => {
      expect(decideStepUp(person(ageMs), NOW).ok).toBe(ageMs >= 0 && ageMs < LONGEST_MS)
    }),
  )
})

test.each(['clock', 'registry', 'provider', 'setup'] as const)('%s needs no proof', (kind) =>
  expect(decideStepUp({ kind }, NOW).ok).toBe(true),
)
