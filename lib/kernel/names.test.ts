import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalName } from './names'
import { must } from './result'

const code = (text: string) => {
  const result = canonicalName(text)
  return result.ok ? `accepted as ${result.value.ascii}` : result.refusal.code
}

describe('canonical names', () => {
  test.each([
    ['Example.VN', 'example.vn', 'example.vn'],
    ['  example.vn.  ', 'example.vn', 'example.vn'],
    ['example。vn', 'example.vn', 'example.vn'],
    ['ＥＸＡＭＰＬＥ．ｖｎ', 'example.vn', 'example.vn'],
    ['Thế-Giới.vn', 'xn--th-gii-xi8b1i.vn', 'thế-giới.vn'],
    ['thế-giới.vn'.normalize('NFD'), 'xn--th-gii-xi8b1i.vn', 'thế-giới.vn'],
    ['ĐÀ-NẴNG.vn', undefined, 'đà-nẵng.vn'],
    ['香港.hk', 'xn--j6w193g.hk', '香港.hk'],
    ['XN--J6W193G.HK', 'xn--j6w193g.hk', '香港.hk'],
    ['1.vn', '1.vn', '1.vn'],
    ['a-b.vn', 'a-b.vn', 'a-b.vn'],
    ['straße.dk', 'xn--strae-oqa.dk', 'straße.dk'],
  ])('%s', (text, ascii, unicode) => {
    const name = must(canonicalName(text))
    if (ascii) expect(name.ascii).toBe(ascii)
    // Node's own implementation of UTS 46 as an independent witness.
    expect(domainToASCII(unicode)).toBe(name.ascii)
    expect(name.unicode).toBe(unicode)
    expect(name.labels).toEqual(name.ascii.split('.'))
    expect(must(canonicalName(name.ascii))).toEqual(name)
    expect(must(canonicalName(name.unicode))).toEqual(name)
  })

  test.each([
    ['', 'name-empty'],
    [' . ', 'name-empty'],
    ['a..vn', 'name-empty-label'],
    ['.vn', 'name-empty-label'],
    [`${'a'.repeat(64)}.vn`, 'name-label-too-long'],
    [`${'ế'.repeat(60)}.vn`, 'name-label-too-long'],
    [`${'a.'.repeat(130)}vn`, 'name-too-long'],
    ['-a.vn', 'name-edge-hyphen'],
    ['a-.vn', 'name-edge-hyphen'],
    ['ab--c.vn', 'name-hyphens-3-4'],
    ['xn--a.vn', 'name-bad-a-label'],
    ['xn--.vn', 'name-edge-hyphen'],
    ['xn--example-.vn', 'name-edge-hyphen'],
    ['a_b.vn', 'name-bad-character'],
    ['a b.vn', 'name-bad-character'],
    ['a/b.vn', 'name-bad-character'],
    ['https://a.vn', 'name-bad-character'],
    ['★.vn', 'name-bad-character'],
    ['a\u0000.vn', 'name-bad-character'],
    ['a‥b.vn', 'name-bad-character'],
    ['😀.vn', 'name-emoji'],
    ['❤.vn', 'name-emoji'],
    ['xn--i-7iq.vn', 'name-emoji'],
    ['1\uFE0F\u20E3.vn', 'name-invisible-character'],
    ['vi\u00ADetnam.vn', 'name-invisible-character'],
    ['viet\u200Bnam.vn', 'name-invisible-character'],
    ['viet\u{E0100}nam.vn', 'name-invisible-character'],
    ['\u{E0100}', 'name-invisible-character'],
    ['\u202Emoc.vn', 'name-invisible-character'],
    ['раypal.vn', 'name-mixed-script'],
    ['αb.vn', 'name-mixed-script'],
    ['a\u200Db.vn', 'name-invalid'],
    ['\u0301a.vn', 'name-invalid'],
  ])('%j is refused with %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  test('a refusal names the field and what is wrong in it', () => {
    expect(canonicalName('a_b.vn')).toMatchObject({
      refusal: { field: 'name', params: { character: '_', codePoint: 'U+005F' } },
    })
  })

  test('whatever is typed: refused, or one canonical name whose every spelling leads back to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const result = canonicalName(text)
        if (!result.ok) return
        const { ascii, unicode } = result.value
        expect(ascii).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
        expect(ascii.length).toBeLessThanOrEqual(253)
        expect(must(canonicalName(ascii)).unicode).toBe(unicode)
        expect(must(canonicalName(unicode)).ascii).toBe(ascii)
        expect(must(canonicalName(ascii.toUpperCase())).ascii).toBe(ascii)
      }),
      { numRuns: 2000 },
    )
  })

  test('Vietnamese names agree with an independent implementation, typed in any case and composition', () => {
    const letter = fc.constantFrom(...'aăâeêioôơuưyđẫậớừửữợỵẽ0189xyz')
    const label = fc.string({ unit: letter, minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(label, fc.constantFrom('NFC' as const, 'NFD' as const), (text, form) => {
        const { ascii } = must(canonicalName(`${text.toUpperCase()}.VN`.normalize(form)))
        expect(ascii).toBe(domainToASCII(`${text}.vn`))
      }),
    )
  })
})
