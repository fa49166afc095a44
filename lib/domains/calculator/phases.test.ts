import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allZones, zoneById } from '@/lib/policy/resolver'
import { lifeOf } from '../timeline.rule'
import { drawnTerm } from './phases.rule'

const drawn = (zoneId: string, expiresAt: Date, registeredAt?: Date) => {
  const zone = zoneById(zoneId)
  return drawnTerm(zone.timeZone, lifeOf(zone, zone.versions, expiresAt), { expiresAt, registeredAt })
}

describe('a drawn life', () => {
  test.each([
    ['R-VN-05', 'vn', ['term', 'renewable', 'reclaim', 'free']],
    ['R-HO-10', 'com', ['term', 'renewable', 'redemption', 'deletion', 'free']],
    ['R-HO-10 without grace', 'eu', ['term', 'renewable', 'redemption', 'deletion', 'free']],
  ])('%s .%s goes through its phases', (_rule, zone, kinds) => {
    const life = drawn(zone, new Date('2026-03-02T12:00:00Z'), new Date('2025-03-02T12:00:00Z'))
    expect(life.phases.map((phase) => phase.kind)).toEqual(kinds)
  })

  test('phases follow each other without a gap, in every zone and for every expiry', () => {
    const expiry = fc.date({ min: new Date('2024-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(expiry, fc.constantFrom(...allZones()), (expiresAt, zone) => {
        const life = drawn(zone.zone, expiresAt)
        let reached = life.from.getTime()
        for (const phase of life.phases) {
          expect(phase.from.getTime()).toBe(reached)
          expect(phase.to.getTime()).toBeGreaterThan(reached)
          reached = phase.to.getTime()
        }
        expect(reached).toBe(life.until.getTime())
      }),
      { numRuns: 200 },
    )
  })
})
