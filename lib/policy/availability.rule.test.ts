import { describe, expect, test } from 'vitest'
import { canonicalName } from '@/lib/kernel/names'
import { must } from '@/lib/kernel/result'
import { decideAvailability, groundOf, type AvailabilityFacts } from './availability.rule'
import { zoneOf, type NameInZone } from './resolver'

const found = (name: string): NameInZone => must(zoneOf(must(canonicalName(name))))
const facts = (name: string, more: Partial<AvailabilityFacts> = {}): AvailabilityFacts => ({
  found: found(name),
  registry: 'free',
  claimedByOther: false,
  inDispute: false,
  ...more,
})
const closed = (name: string): NameInZone => {
  const open = found(name)
  return { ...open, suffix: { ...open.suffix, opening: { ...open.suffix.opening, value: 'closed' } } }
}

describe('availability', () => {
  test.each<[string, AvailabilityFacts, string, string | undefined]>([
    ['R-NS-06 exists', facts('example.vn', { registry: 'exists' }), 'exists', 'R-NS-06'],
    ['R-NS-06 claimed', facts('example.vn', { claimedByOther: true }), 'claimed', 'R-NS-06'],
    ['R-NS-04 in deletion', facts('example.vn', { registry: 'in-deletion' }), 'in-deletion', 'R-NS-04'],
    ['R-NS-04 in dispute', facts('example.vn', { inDispute: true }), 'in-dispute', 'R-NS-04'],
    ['R-NS-03 reserved', facts('chinhphu.vn'), 'reserved', 'R-NS-03'],
    ['R-NS-03 closed', facts('a.com.vn', { found: closed('a.com.vn') }), 'not-open', 'R-NS-03'],
    ['R-NS-03 organisations only', facts('a.edu.vn', { applicantKind: 'individual' }), 'not-open', 'R-NS-03'],
    ['R-NS-06 the registry is silent', facts('example.vn', { registry: 'unknown' }), 'unknown', 'R-NS-06'],
    ['a letter of another language', facts('straße.vn'), 'bad-syntax', undefined],
    ['another script', facts('香港.vn'), 'bad-syntax', undefined],
    ['the first ground counts', facts('chinhphu.vn', { registry: 'exists' }), 'reserved', 'R-NS-03'],
    [
      'R-NS-04 deletion goes before a claim',
      facts('example.vn', { registry: 'in-deletion', claimedByOther: true }),
      'in-deletion',
      'R-NS-04',
    ],
  ])('%s', (_title, state, ground, rule) => {
    const decision = decideAvailability(state)
    if (decision.ok) throw new Error('should be refused')
    expect(groundOf(decision.refusal)).toBe(ground)
    expect(decision.refusal.rule).toBe(rule)
    expect(decision.refusal.field).toBe('name')
  })

  test.each([
    facts('example.vn'),
    facts('thế-giới.vn'),
    facts('a.edu.vn'),
    facts('a.edu.vn', { applicantKind: 'organisation' }),
    facts('chinhphu.com.vn'),
  ])('R-NS-03 open, free and not filed for: $found.name.unicode', (state) => {
    expect(decideAvailability(state)).toEqual({ ok: true, value: 'free' })
  })

  test('a name that may not be spelt so, or an extension that is not served, has its ground too', () => {
    const badly = canonicalName('a_b.vn')
    const elsewhere = zoneOf(must(canonicalName('a.zz')))
    expect(!badly.ok && groundOf(badly.refusal)).toBe('bad-syntax')
    expect(!elsewhere.ok && groundOf(elsewhere.refusal)).toBe('not-open')
    expect(() => groundOf({ code: 'years-out-of-range' })).toThrow()
  })
})
