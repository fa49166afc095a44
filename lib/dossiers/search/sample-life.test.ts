import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneById } from '@/lib/policy/resolver'
import { sampleLife } from './sample-life.rule'

const vn = zoneById('vn')

test('R-NS-08 a sample name is allotted 24 hours after its hold, in the next work slot', () => {
  const life = sampleLife(vn, 'example.vn', new Date('2025-03-05T03:00:00Z'))
  expect(life.events[0]).toMatchObject({
    kind: 'allotment',
    at: new Date('2025-03-06T09:30:00Z'),
    rule: 'R-NS-08',
  })
})

test('R-VN-05 a sample name that is never renewed is reclaimed and then free', () => {
  const life = sampleLife(vn, 'example.vn', new Date('2025-03-05T03:00:00Z'))
  expect(life.phases.map((phase) => phase.kind)).toEqual(['held', 'term', 'renewable', 'reclaim', 'free'])
})

test('phases follow each other without a gap, whenever the name is held', () => {
  const when = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(when, fc.integer({ min: 1, max: 10 }), (heldAt, years) => {
      const { phases, until } = sampleLife(vn, 'example.vn', heldAt, years)
      let reached = heldAt.getTime()
      for (const phase of phases) {
        expect(phase.from.getTime()).toBe(reached)
        expect(phase.to.getTime()).toBeGreaterThan(reached)
        reached = phase.to.getTime()
      }
      expect(reached).toBe(until.getTime())
    }),
    { numRuns: 60 },
  )
})
