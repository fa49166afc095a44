import { describe, expect, test } from 'vitest'
import { shownTerms, termsAt, termsById, TERMS } from './terms'
import { CLAUSES } from './terms/terms-text'

const LOCALES = ['vi', 'en', 'zh-Hant-HK', 'da', 'ro', 'hi']

describe('terms', () => {
  test('a text that may have been accepted never changes: write a new version instead', () => {
    const hashes = TERMS.map((version) => [version.id, shownTerms(version, 'vi').hash])
    expect(hashes).toMatchInlineSnapshot(`
      [
        [
          "registration-2025-01-01",
          "cb89f5601aab2a74896f035532757b41e0150a38a4fb45a899d28c6d9f858c5d",
        ],
      ]
    `)
  })

  test('R-HO-11 a translation is unofficial and points to the original', () => {
    const version = termsAt('2026-01-01')
    const original = shownTerms(version, 'vi')
    expect(original).toMatchObject({ unofficial: false, hash: original.originalHash })
    for (const locale of LOCALES.slice(1)) {
      const shown = shownTerms(version, locale)
      expect(shown).toMatchObject({ locale, unofficial: true, originalHash: original.hash })
      expect(shown.hash).not.toBe(original.hash)
    }
    expect(shownTerms(version, 'fr')).toEqual(original)
  })

  test.each(LOCALES)('R-HO-08 R-NS-17 R-NS-31 every clause is there in %s', (locale) => {
    const { clauses, title } = shownTerms(termsAt('2026-01-01'), locale)
    expect(title).not.toBe('')
    expect(Object.keys(clauses)).toEqual([...CLAUSES])
    for (const clause of Object.values(clauses)) expect(clause.text.length).toBeGreaterThan(30)
  })

  test('the version is that of the day, and an unknown one is an error', () => {
    expect(termsById(termsAt('2025-01-01').id).from).toBe('2025-01-01')
    expect(() => termsAt('2024-12-31')).toThrow(RangeError)
    expect(() => termsById('registration-1999-01-01')).toThrow()
  })
})
