import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from '@/lib/i18n/en/policy.json'
import enRefusals from '@/lib/i18n/en/refusals-policy.json'
import vi from '@/lib/i18n/vi/policy.json'
import viRefusals from '@/lib/i18n/vi/refusals-policy.json'
import { GROUNDS } from './availability.rule'
import { documentKindSchema } from './policy-parts'
import { zoneById } from './resolver'

const SOURCES = ['lib/policy', 'lib/kernel', 'lib/operations/policies']
  .flatMap(filesUnder)
  .map((path) => readFileSync(path, 'utf8'))

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path))
}
function allMatches(pattern: RegExp): string[] {
  return [
    ...new Set(SOURCES.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))),
  ]
}

describe('texts of the policy', () => {
  test('every refusal has its sentence, and no sentence is left over', () => {
    const codes = allMatches(
      /'((?:name|zone|availability|years|fee|delegate|delegation|policy)(?:-[a-z0-9]+)+)'/g,
    )
    const refusals = codes.filter((code) => code !== 'name-servers' && code !== 'policy-version')
    expect(Object.keys(enRefusals).sort()).toEqual(refusals.filter((code) => !isDocument(code)).sort())
  })

  test('English and Vietnamese say the same things in the same order', () => {
    for (const key of [
      'documents',
      'nameClasses',
      'feeLines',
      'timeline',
      'grounds',
      'openings',
      'grades',
      'rules',
    ] as const) {
      expect(Object.keys(vi[key])).toEqual(Object.keys(en[key]))
    }
    expect(Object.keys(viRefusals)).toEqual(Object.keys(enRefusals))
  })

  test('every rule that is cited is told in one sentence', () => {
    const cited = allMatches(/'(R-[A-Z]{2}-\d{2}[a-z]?)'/g)
    expect(Object.keys(en.rules)).toEqual(expect.arrayContaining(cited))
  })

  test('every kind has a name', () => {
    const vn = zoneById('vn')
    expect(Object.keys(en.grounds).sort()).toEqual([...GROUNDS].sort())
    // A return has documents of its own beside those of a policy.
    expect(Object.keys(en.documents)).toEqual(expect.arrayContaining([...documentKindSchema.options]))
    expect(Object.keys(en.nameClasses)).toEqual(
      expect.arrayContaining([
        vn.nameClasses.idn.value,
        ...vn.nameClasses.byLength.map((entry) => entry.nameClass.value),
        ...vn.suffixes.map((entry) => entry.nameClass),
      ]),
    )
  })
})

function isDocument(code: string): boolean {
  return (documentKindSchema.options as readonly string[]).includes(code)
}
