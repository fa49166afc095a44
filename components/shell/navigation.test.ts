import { describe, expect, test } from 'vitest'
import { isCurrent, navigationFor } from './navigation'

describe('navigationFor', () => {
  test('a visitor sees the public part alone', () => {
    expect(navigationFor([])).toHaveLength(1)
  })
  test('each role adds its own group', () => {
    const paths = navigationFor(['registrant', 'agent'])
      .flat()
      .map((entry) => entry.href)
    expect(paths).toContain('/names')
    expect(paths).toContain('/desk')
    expect(paths).not.toContain('/operator/clock')
    expect(paths).not.toContain('/operator')
  })
})

describe('isCurrent', () => {
  test.each([
    ['/', '/', true],
    ['/', '/names', false],
    ['/names', '/names/example.vn', true],
    ['/names', '/namesake', false],
    ['/operator', '/operator', true],
    ['/operator', '/operator/clock', false],
  ])('%s at %s: %s', (href, path, expected) => expect(isCurrent(href, path)).toBe(expected))
})
