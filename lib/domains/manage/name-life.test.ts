import { describe, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { zoneById } from '@/lib/policy/resolver'
import type { DomainStatus } from '../lifecycle'
import { stepsAfter } from '../life.rule'
import { comingDates, lifeOfName, type NameFacts } from './name-life.rule'

const vn = zoneById('vn')
const expiresAt = localTime('2024-06-01', '00:00', vn.timeZone)
const name: NameFacts = {
  nameAscii: 'a.vn',
  status: 'ACTIVE',
  heldAt: new Date('2023-05-30T03:00:00Z'),
  years: 1,
  expiresAt,
  releasedAt: null,
}
const life = (facts: Partial<NameFacts>) => lifeOfName({ ...name, ...facts }, vn)
const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind)

describe('the life of a name', () => {
  test.each<[string, DomainStatus, string, readonly string[]]>([
    [
      'R-VN-03',
      'ACTIVE',
      '2024-05-20',
      ['expires', 'suspended', 'pay-by', 'last-day-to-renew', 'reclaim', 'released'],
    ],
    ['R-NS-29', 'EXPIRED', '2024-06-02', ['suspended', 'pay-by', 'last-day-to-renew', 'reclaim', 'released']],
    ['R-VN-04', 'SUSPENDED', '2024-06-27', ['pay-by', 'last-day-to-renew', 'reclaim', 'released']],
    ['R-VN-05', 'RECLAIM', '2024-07-01', ['released']],
  ])('%s what comes for a name that is %s', (_rule, status, day, expected) => {
    expect(kinds(comingDates(life({ status }), localTime(day, '00:00', vn.timeZone)))).toEqual(expected)
  })

  test('what is past stays: the whole life is the same at every point of it', () => {
    const statuses: DomainStatus[] = ['ACTIVE', 'EXPIRED', 'SUSPENDED', 'RECLAIM']
    for (const status of statuses) expect(life({ status })).toEqual(life({}))
  })

  test('R-VN-05 a released name keeps its past and has no future', () => {
    const releasedAt = stepsAfter(vn, expiresAt).at(-1)?.at ?? null
    const released = life({ status: 'RELEASED', releasedAt })
    expect(released).toEqual(life({}))
    expect(comingDates(released, new Date('2024-07-13T00:00:00Z'))).toEqual([])
  })

  test('R-NS-34 what lay ahead of a name that was taken back does not come', () => {
    const releasedAt = new Date('2024-06-03T12:00:00Z')
    const released = life({ status: 'RELEASED', releasedAt })
    expect(kinds(released)).toEqual(['renewal-invited', 'expires', 'suspended', 'released'])
    expect(released.at(-1)?.at).toEqual(releasedAt)
  })

  test('R-NS-08 a held name’s life begins with its allotment; a refused one has none', () => {
    expect(kinds(life({ status: 'HELD', expiresAt: null }))[0]).toBe('allotment')
    expect(life({ status: 'REFUSED', expiresAt: null })).toEqual([])
  })
})
