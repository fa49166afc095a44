import { expect, test } from 'vitest'
import { stepAfter } from './steps'

test.each([
  ['applicant', 'next', false, '/applications/1/holder'],
  ['applicant', 'next', true, '/applications/1/delegate'],
  ['holder', 'back', true, '/applications/1/delegate'],
  ['holder', 'back', false, '/applications/1/applicant'],
  ['name-servers', 'next', false, '/applications/1/documents'],
  ['applicant', 'back', false, '/applications/1'],
  ['contacts', 'later', false, '/applications/1'],
] as const)('from %s, %s (delegate: %s) leads to %s', (step, go, isDelegated, path) => {
  expect(stepAfter('1', step, go, isDelegated)).toBe(path)
})
