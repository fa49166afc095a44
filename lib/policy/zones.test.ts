import { describe, expect, test } from 'vitest'
import { isLegalDay } from '@/lib/kernel/day-text'
import { canonicalName } from '@/lib/kernel/names'
import { must } from '@/lib/kernel/result'
import { periodsOf } from './effective'
import { allZones, versionAt, zoneById, zoneOf } from './resolver'
import { decideSyntax } from './syntax.rule'
import { valuesOf, zoneValuesOf } from './versions/values.rule'

const others = allZones().filter(({ zone }) => zone !== 'vn')
const syntaxOf = (name: string) => {
  const decided = decideSyntax(must(zoneOf(must(canonicalName(name)))))
  return decided.ok ? decided.value : decided.refusal.code
}

describe("registries' public figures", () => {
  test.each(others.map(({ zone }) => zone))(
    '.%s: a public value names its document and a whole date',
    (id) => {
      const zone = zoneById(id)
      const grades = [...zoneValuesOf(zone), ...zone.versions.flatMap(valuesOf)].flatMap(
        ({ grade }) => grade ?? [],
      )
      for (const grade of grades.filter((text) => text.startsWith('public: '))) {
        expect(isLegalDay(grade.slice(grade.lastIndexOf(', ') + 2)), grade).toBe(true)
      }
    },
  )

  test.each(others.map(({ zone }) => zone))('R-HO-01 .%s links its registry and no page twice', (id) => {
    for (const { registry } of zoneById(id).versions) {
      const kinds = registry.terms.links.map(({ kind }) => kind)
      expect(kinds[0]).toBe('registry')
      expect(kinds.length).toBeGreaterThan(2)
      expect(new Set(kinds).size).toBe(kinds.length)
    }
  })

  test.each([
    ['2026-06-30T21:59:59Z', 9],
    ['2026-06-30T22:00:00Z', 1],
  ])('R-HO-07 at %s a .dk name can be renewed by %i years at most', (now, years) => {
    expect(periodsOf(versionAt(zoneById('dk'), new Date(now))).value.renewMax).toBe(years)
  })

  test('R-NS-23 a .vn name in dispute, in violation or suspended is not transferred', () => {
    const versions = zoneById('vn').versions.map(({ registry }) => registry.transfer.barredWhile)
    for (const { value, grade } of versions) {
      expect(value).toEqual(['in-dispute', 'in-violation', 'suspended'])
      expect(grade).toBe('R-NS-23')
    }
  })

  test.each([
    ['straße.dk', 'allowed'],
    ['ñandú.dk', 'name-letter-not-allowed'],
    ['ab.in', 'name-label-too-short'],
    ['abc.in', 'allowed'],
    ['香.hk', 'allowed'],
  ])('how %s is written: %s', (name, expected) => expect(syntaxOf(name)).toBe(expected))
})
