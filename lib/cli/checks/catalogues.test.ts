import { existsSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/lib/i18n/locale'
import { MODULES, type Texts } from '@/lib/i18n/modules'

/** While an issue is built, English and Vietnamese must be complete; `npm test` wants all six. */
const WANTED = process.env.CATALOGUES === 'all' ? LOCALES : (['en', 'vi'] as const)

function catalogue(locale: string, module: string): Texts {
  const file = `lib/i18n/${locale}/${module}.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {}
}

function flat(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

/** The names of the values a sentence is filled with, at any depth. Throws when it is not valid ICU. */
function placeholders(sentence: string): string[] {
  const names = new Set<string>()
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.value)
      if (element.type === TYPE.tag) visit(element.children)
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value)
      }
    }
  }
  visit(parse(sentence))
  return [...names].sort()
}

describe.each(WANTED)('the catalogue in %s', (locale) => {
  test.each(MODULES)('has every text of %s, with the same values', (module) => {
    const english = Object.fromEntries(flat(catalogue('en', module)))
    const own = Object.fromEntries(flat(catalogue(locale, module)))
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
    for (const [key, sentence] of Object.entries(own)) {
      expect(sentence.trim(), key).not.toBe('')
      expect(placeholders(sentence), key).toEqual(placeholders(english[key] ?? ''))
    }
  })
})
