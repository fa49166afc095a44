import { expect, test } from 'vitest'
import { lifeOfName } from '@/lib/domains/manage/name-life.rule'
import { zoneById } from '@/lib/policy/resolver'
import { lifePhases, lifePoints } from './life'

const heldAt = new Date('2026-11-16T03:00:00Z')
const registeredAt = new Date('2026-11-17T09:30:00Z')
const expiresAt = new Date('2027-11-17T09:30:00Z')
const facts = { nameAscii: 'a.vn', heldAt, years: 1, releasedAt: null }

test('R-NS-08 a held name has its hold, its allotment and the life that follows', () => {
  const life = lifeOfName({ ...facts, status: 'HELD', expiresAt: null }, zoneById('vn'))
  const points = lifePoints({ heldAt, registeredAt: null, life }).map(({ kind }) => kind)
  expect(points.slice(0, 2)).toEqual(['held', 'allotment'])
  expect(points.filter((kind) => kind === 'allotment')).toHaveLength(1)
  const phases = lifePhases({ heldAt, registeredAt: null, life })
  expect(phases.map(({ kind }) => kind)).toEqual(['held', 'term', 'renewable', 'reclaim'])
})

test.each([
  ['R-VN-04', 'vn', ['held', 'term', 'renewable', 'reclaim']],
  ['R-HO-10', 'com', ['held', 'term', 'renewable', 'redemption', 'deletion']],
])('%s a suspended name under .%s keeps its past and all its phases', (_rule, zone, kinds) => {
  const life = lifeOfName({ ...facts, status: 'SUSPENDED', expiresAt }, zoneById(zone))
  const points = lifePoints({ heldAt, registeredAt, life })
  expect(points.filter(({ kind }) => kind === 'expires')).toEqual([
    expect.objectContaining({ kind: 'expires', at: expiresAt }),
  ])
  const phases = lifePhases({ heldAt, registeredAt, life })
  expect(phases.map(({ kind }) => kind)).toEqual(kinds)
  expect(phases.find(({ kind }) => kind === 'renewable')?.from).toEqual(expiresAt)
})

test('R-NS-34 the line of a name that was taken back ends there', () => {
  const releasedAt = new Date('2027-03-01T09:30:00Z')
  const life = lifeOfName({ ...facts, status: 'RELEASED', expiresAt, releasedAt }, zoneById('vn'))
  expect(lifePhases({ heldAt, registeredAt, life }).map(({ kind }) => kind)).toEqual(['held', 'term'])
})
