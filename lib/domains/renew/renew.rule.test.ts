import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addYears, localTime } from '@/lib/kernel/days'
import { assumed } from '@/lib/policy/param'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { nextStep } from '../life.rule'
import type { DomainStatus } from '../lifecycle'
import type { TimelineKind } from '../timeline-event'
import { lifeOf } from '../timeline.rule'
import { priceRenewal } from './price.rule'
import { decideRenewal, mostYears, type RenewalFacts, type RenewalQuestion } from './renew.rule'

const NOTHING: RenewalFacts = {
  inTransfer: false,
  inReclaim: false,
  inReturn: false,
  inViolation: false,
  isUnderWay: false,
}
const VN = 'Asia/Ho_Chi_Minh'
/** R-VN-04's own example: suspended Mon 2024-06-03, last day Fri 2024-06-28. */
const EXPIRY = localTime('2024-06-01', '00:00', VN)

function ask(changes: Partial<RenewalQuestion>) {
  return decideRenewal({
    zone: zoneById('vn'),
    status: 'ACTIVE',
    expiresAt: EXPIRY,
    years: 1,
    now: localTime('2024-05-01', '12:00', VN),
    facts: NOTHING,
    ...changes,
  })
}
const refusal = (changes: Partial<RenewalQuestion>) => {
  const decided = ask(changes)
  return decided.ok ? undefined : decided.refusal
}
const fact = (name: keyof RenewalFacts) => ({ facts: { ...NOTHING, [name]: true } })

describe('what speaks against a renewal', () => {
  test.each<[string, string, string, Partial<RenewalQuestion>]>([
    ['R-VN-03', 'renew-in-transfer', 'a transfer is running', fact('inTransfer')],
    ['R-VN-03', 'renew-in-reclaim', 'an order to reclaim it waits', fact('inReclaim')],
    ['R-NS-34', 'renew-in-return', 'it is given back', fact('inReturn')],
    ['R-VN-03', 'renew-in-reclaim', 'its status is reclaim', { status: 'RECLAIM' }],
    ['R-NS-37', 'renew-violation', 'it is suspended for a violation', fact('inViolation')],
    ['R-VN-07', 'renew-under-way', 'another renewal is under way', fact('isUnderWay')],
    ['R-VN-05', 'renew-released', 'it was released', { status: 'RELEASED' }],
    ['R-VN-02', 'renew-not-registered', 'it is held', { status: 'HELD', expiresAt: null }],
    ['R-VN-02', 'renew-not-registered', 'it is being registered', { status: 'REGISTERING', expiresAt: null }],
    ['R-NS-28', 'years-out-of-range', 'no year', { years: 0 }],
    ['R-NS-28', 'years-out-of-range', 'half a year', { years: 0.5 }],
    ['R-NS-28', 'years-out-of-range', 'more years than the zone sells', { years: 11 }],
    ['R-HO-07', 'renew-beyond-maximum', 'a term beyond the longest', { years: 10 }],
  ])('%s %s: %s', (rule, code, _why, changes) => {
    expect(refusal(changes)).toMatchObject({ code, rule })
  })

  test('R-VN-03 a running transfer bars a renewal where the zone’s policy says so', () => {
    const zone = zoneById('vn')
    const versions = zone.versions.map((version) => ({
      ...version,
      registry: {
        ...version.registry,
        renewalBarredWhile: assumed([], 'a registry that renews all the same'),
      },
    }))
    expect(ask({ ...fact('inTransfer'), zone: { ...zone, versions } }).ok).toBe(true)
    expect(refusal({ ...fact('inReclaim'), zone: { ...zone, versions } })?.code).toBe('renew-in-reclaim')
  })

  test('R-VN-04 R-VN-05 renewable to the last second of 28 June 2024, in reclaim from the next', () => {
    const lastSecond = localTime('2024-06-29', '00:00', VN).getTime() - 1000
    expect(ask({ status: 'SUSPENDED', now: new Date(lastSecond) })).toMatchObject({
      ok: true,
      value: { phase: 'grace', quotedUntil: localTime('2024-06-29', '00:00', VN) },
    })
    expect(refusal({ status: 'SUSPENDED', now: localTime('2024-06-29', '00:00', VN) })).toMatchObject({
      code: 'renew-in-reclaim',
      rule: 'R-VN-03',
    })
  })

  test('R-NS-30 R-NS-38 under the first version: to the end of the 30th day', () => {
    const expiresAt = localTime('2010-03-03', '00:00', VN)
    const at = (text: string) => localTime(text, '00:00', VN)
    expect(ask({ expiresAt, now: new Date(at('2010-04-03').getTime() - 1) }).ok).toBe(true)
    expect(refusal({ expiresAt, now: at('2010-04-03') })).toMatchObject({
      code: 'renew-too-late',
      rule: 'R-NS-38',
    })
  })

  test('R-HO-10 grace, then redemption, then nothing: by the dates, whatever a late sweep left as status', () => {
    const zone = zoneById('com')
    const expiresAt = new Date('2026-03-02T12:00:00Z')
    const of = (kind: TimelineKind) =>
      lifeOf(zone, zone.versions, expiresAt).find((event) => event.kind === kind)?.at ?? new Date(0)
    const phaseAt = (now: Date) => {
      const decided = ask({ zone, expiresAt, now })
      return decided.ok ? decided.value.phase : decided.refusal.code
    }
    const before = (at: Date) => new Date(at.getTime() - 1)
    expect(phaseAt(before(expiresAt))).toBe('term')
    expect(phaseAt(expiresAt)).toBe('grace')
    expect(phaseAt(before(of('redemption')))).toBe('grace')
    expect(phaseAt(of('redemption'))).toBe('redemption')
    expect(phaseAt(before(of('last-day-to-renew')))).toBe('redemption')
    expect(phaseAt(of('last-day-to-renew'))).toBe('renew-too-late')
  })
})

describe('what a renewal gives', () => {
  test('R-VN-07 the new term joins the old one, by local time; 29 February becomes 28 February', () => {
    const expiresAt = localTime('2028-02-29', '16:30', VN)
    const decided = ask({ expiresAt, now: localTime('2028-02-01', '08:00', VN) })
    expect(decided).toMatchObject({
      value: { oldExpiresAt: expiresAt, newExpiresAt: localTime('2029-02-28', '16:30', VN) },
    })
  })

  test('R-HO-04 R-HO-10 the surcharge of the phase is in the quote: reactivation in .ro, redemption in .com', () => {
    const name = (zone: string, expiresAt: Date) => ({
      ...{ nameAscii: `example.${zone}`, nameUnicode: `example.${zone}`, zone },
      ...{ status: 'EXPIRED' as DomainStatus, expiresAt },
    })
    const kinds = (zone: string, expiresAt: string, now: string) => {
      const priced = priceRenewal(name(zone, new Date(expiresAt)), {
        ...{ years: 1, now: new Date(now), facts: NOTHING },
      })
      return priced.ok ? priced.value.lines.map(({ kind }) => kind) : priced.refusal.code
    }
    expect(kinds('ro', '2027-03-01T10:00:00Z', '2027-02-01T10:00:00Z')).toEqual(['maintenance'])
    expect(kinds('ro', '2027-03-01T10:00:00Z', '2027-03-10T10:00:00Z')).toEqual([
      'maintenance',
      'reactivation',
    ])
    expect(kinds('com', '2027-03-01T10:00:00Z', '2027-03-10T10:00:00Z')).toEqual(['maintenance'])
    expect(kinds('com', '2027-03-01T10:00:00Z', '2027-04-10T10:00:00Z')).toEqual([
      'maintenance',
      'redemption',
    ])
  })

  test('a refusal names the name, for a list of many', () => {
    const name = {
      ...{ nameAscii: 'example.vn', nameUnicode: 'example.vn', zone: 'vn' },
      ...{ status: 'RECLAIM' as DomainStatus, expiresAt: EXPIRY },
    }
    expect(priceRenewal(name, { years: 1, now: EXPIRY, facts: NOTHING })).toMatchObject({
      refusal: { params: { name: 'example.vn' } },
    })
  })
})

const DAY = 86_400_000
const question = fc.record({
  id: fc.constantFrom(...allZones().map((zone) => zone.zone)),
  expiresAt: fc
    .integer({ min: Date.parse('2022-01-01'), max: Date.parse('2060-01-01') })
    .map((at) => new Date(at)),
  days: fc.integer({ min: -400 * 24, max: 200 * 24 }).map((hours) => hours / 24),
  years: fc.integer({ min: 1, max: 10 }),
})

test('R-HO-07 R-VN-03 for every zone: later for more years, never past the last day, as the timeline has it', () => {
  fc.assert(
    fc.property(question, ({ id, expiresAt, days, years }) => {
      const zone = zoneById(id)
      const now = new Date(expiresAt.getTime() + days * DAY)
      const asked = { zone, status: 'ACTIVE' as const, expiresAt, now, facts: NOTHING }
      const decided = decideRenewal({ ...asked, years })
      const life = lifeOf(zone, zone.versions, expiresAt)
      const last = life.find(({ kind }) => kind === 'last-day-to-renew')?.at ?? expiresAt
      if (now >= last || !decided.ok) {
        expect(decided.ok).toBe(false)
        expect(now >= last || years > mostYears(asked)).toBe(true)
        return
      }
      const { newExpiresAt, oldExpiresAt, phase, quotedUntil } = decided.value
      expect(newExpiresAt > oldExpiresAt).toBe(true)
      expect(newExpiresAt <= addYears(now, 10, zone.timeZone)).toBe(true)
      const fewer = decideRenewal({ ...asked, years: years - 1 })
      if (fewer.ok) expect(fewer.value.newExpiresAt < newExpiresAt).toBe(true)
      expect(now < quotedUntil && quotedUntil <= last).toBe(true)
      expect(phase === 'term').toBe(now < expiresAt)
      const redemption = life.find(({ kind }) => kind === 'redemption')?.at
      expect(phase === 'redemption').toBe(redemption !== undefined && now >= redemption)
    }),
    { numRuns: 100 },
  )
})

test('R-VN-07 a renewed name begins its life anew: the next step is its new expiry', () => {
  const decided = ask({ years: 3 })
  if (!decided.ok) throw new Error('refused')
  const { newExpiresAt } = decided.value
  expect(nextStep(zoneById('vn'), 'ACTIVE', newExpiresAt)).toMatchObject({
    command: 'expire',
    at: newExpiresAt,
  })
})
