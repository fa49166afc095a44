import { expect, test } from 'vitest'
import { withSpareTexts } from './fallback'
import { isLocale, LOCALES, localPath, pathWithoutLocale } from './locale'
import { loadCatalogue, type Texts } from './modules'

/** Every key with the names of the values that its sentence is filled with. */
function shape(texts: Texts, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'object') Object.assign(found, shape(value, `${prefix}${key}.`))
    else
      found[prefix + key] = [...value.matchAll(/\{(\w+)[,}]/g)]
        .map((match) => match[1])
        .sort()
        .join()
  }
  return found
}

test.each(LOCALES)(
  'the catalogue in %s has every text of the English one, with the same values',
  async (locale) => {
    expect(shape(await loadCatalogue(locale))).toEqual(shape(await loadCatalogue('en')))
  },
)

test('spare texts fill gaps at any depth and replace nothing', () => {
  const own = { a: 'x', b: { c: 'y' } }
  expect(withSpareTexts(own, { a: '1', b: { c: '2', d: '3' }, e: '4' })).toEqual({
    a: 'x',
    b: { c: 'y', d: '3' },
    e: '4',
  })
})

test.each([
  ['/vi/names/a.vn', '/names/a.vn'],
  ['/vi', '/'],
  ['/zh-Hant-HK/', '/'],
  ['/names', '/names'],
])('%s without its language is %s', (path, expected) => expect(pathWithoutLocale(path)).toBe(expected))

test('the start page of a language has no slash at its end', () => {
  expect(localPath('da', '/')).toBe('/da')
  expect(localPath('da', '/names')).toBe('/da/names')
  expect(isLocale('xx')).toBe(false)
})
