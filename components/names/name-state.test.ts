import { expect, test } from 'vitest'
import { nameState } from './name-state'

const now = new Date('2026-12-01T00:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

test.each([
  ['ACTIVE', 200, false, 'active'],
  ['ACTIVE', 29, false, 'near'],
  ['ACTIVE', -1, false, 'expired'],
  ['ACTIVE', 200, true, 'violation'],
  ['ACTIVE', -1, true, 'violation'],
  ['SUSPENDED', -3, true, 'suspended'],
  ['HELD', null, false, 'held'],
] as const)('R-NS-37 a name %s, %s days before its expiry, in violation: %s, stands as %s', (...row) => {
  const [status, days, isInViolation, expected] = row
  const expiresAt = days === null ? null : inDays(days)
  const violationSince = isInViolation ? inDays(-2) : null
  expect(nameState({ status, expiresAt, violationSince }, now)).toBe(expected)
})
