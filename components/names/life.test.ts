import { expect, test } from 'vitest'
import { projectTimeline } from '@/lib/domains/timeline.rule'
import { zoneById } from '@/lib/policy/resolver'
import { lifePhases, lifePoints } from './life'

const zone = zoneById('vn')
const heldAt = new Date('2026-11-16T03:00:00Z')
const registeredAt = new Date('2026-11-17T09:30:00Z')
const expiresAt = new Date('2027-11-17T09:30:00Z')

test('R-NS-08 a held name has its hold, its allotment and the life that follows', () => {
  const timeline = projectTimeline(
    { zone, ascii: 'a.vn', status: 'held', holdAt: heldAt, years: 1 },
    zone.versions,
    heldAt,
  )
  const facts = { heldAt, registeredAt: null, expiresAt: null, allotmentSlotAt: registeredAt, timeline }
  expect(
    lifePoints(facts)
      .map(({ kind }) => kind)
      .slice(0, 2),
  ).toEqual(['held', 'allotment'])
  expect(lifePhases(facts).map(({ kind }) => kind)).toEqual(['hold', 'term', 'renewable', 'reclaim'])
})

test('R-VN-04 after its expiry a name keeps the mark of the expiry and can be renewed', () => {
  const from = new Date('2027-11-20T00:00:00Z')
  const timeline = projectTimeline(
    { zone, ascii: 'a.vn', status: 'active', registeredAt, expiresAt },
    zone.versions,
    from,
  )
  const facts = { heldAt, registeredAt, expiresAt, allotmentSlotAt: registeredAt, timeline }
  expect(lifePoints(facts).filter(({ kind }) => kind === 'expires')).toEqual([
    { kind: 'expires', at: expiresAt },
  ])
  expect(lifePhases(facts).find(({ kind }) => kind === 'renewable')?.from).toEqual(expiresAt)
})
