import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '@/lib/i18n/en/billing.json'
import enRefusals from '@/lib/i18n/en/refusals-billing.json'
import vi from '@/lib/i18n/vi/billing.json'
import viRefusals from '@/lib/i18n/vi/refusals-billing.json'
import { LOCALES } from '@/lib/i18n/locale'
import { textsOf } from './sandbox/texts'

/** Codes that many modules use; their sentences are the portal's. */
const SHARED = ['not-found', 'not-now', 'sign-in-needed', 'field-required', 'field-invalid']

const folder = new URL('.', import.meta.url).pathname
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('test.ts') && !path.startsWith('sandbox'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n')

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort()

test('every refusal of billing has its sentence, and none is left over', () => {
  const refused = [...source.matchAll(/refuse\('([a-z-]+)'/g)].map((match) => match[1] ?? '')
  const codes = new Set([...refused, 'amount-invalid'].filter((code) => !SHARED.includes(code)))
  expect(Object.keys(enRefusals).sort()).toEqual([...codes].sort())
})

test.each([
  ['refusals', { refusals: enRefusals }, { refusals: viRefusals }],
  ['texts', en, vi],
] as [string, Record<string, Record<string, string>>, Record<string, Record<string, string>>][])(
  '%s say the same with the same values in English and Vietnamese',
  (_what, english, vietnamese) => {
    expect(Object.keys(vietnamese)).toEqual(Object.keys(english))
    for (const [topic, texts] of Object.entries(english)) {
      expect(Object.keys(vietnamese[topic] ?? {})).toEqual(Object.keys(texts))
      for (const [key, text] of Object.entries(texts)) {
        expect([key, placesOf(vietnamese[topic]?.[key] ?? '')]).toEqual([key, placesOf(text)])
      }
    }
  },
)

test.each(LOCALES)('the sandbox page speaks %s, with the same values in its texts', (locale) => {
  const { lang, texts } = textsOf(locale)
  const english = textsOf('en').texts
  expect(lang).toBe(locale)
  for (const key of Object.keys(english) as (keyof typeof english)[]) {
    expect([key, placesOf(texts[key])]).toEqual([key, placesOf(english[key])])
    const isSame = locale === 'en' || key === 'provider'
    if (!isSame) expect([key, texts[key]]).not.toEqual([key, english[key]])
  }
})

test.each([
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['ZH-hk', 'zh-Hant-HK'],
  ['fr-FR, da;q=0.5', 'en'],
  ['', 'en'],
])('the sandbox page answers “%s” in %s', (wanted, lang) => {
  expect(textsOf(wanted).lang).toBe(lang)
})
