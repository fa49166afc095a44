/** The hosted page's texts in the languages of the portal. Another language is answered in English. */
import { da } from './texts/da'
import { en, type Texts } from './texts/en'
import { hi } from './texts/hi'
import { ro } from './texts/ro'
import { vi } from './texts/vi'
import { zhHantHk } from './texts/zh-hant-hk'

const LANGUAGES = {
  en: { texts: en, numbers: 'en-GB' },
  vi: { texts: vi, numbers: 'vi-VN' },
  'zh-Hant-HK': { texts: zhHantHk, numbers: 'zh-Hant-HK' },
  da: { texts: da, numbers: 'da-DK' },
  ro: { texts: ro, numbers: 'ro-RO' },
  hi: { texts: hi, numbers: 'hi-IN' },
} as const satisfies Record<string, { texts: Texts; numbers: string }>

/** A language of the hosted page, as the tag that it declares. */
export type PageLanguage = keyof typeof LANGUAGES

/** The language that a BCP 47 tag or an Accept-Language header asks for first, and its texts. */
export function textsOf(wanted: string): { lang: PageLanguage; texts: Texts } {
  const primary = /^[a-z]+/i.exec(wanted.trim())?.[0].toLowerCase() ?? ''
  const lang = (Object.keys(LANGUAGES) as PageLanguage[]).find((tag) => tag.split('-')[0] === primary) ?? 'en'
  return { lang, texts: LANGUAGES[lang].texts }
}

/** The tag by which a language writes its numbers. */
export function numbersOf(lang: PageLanguage): string {
  return LANGUAGES[lang].numbers
}
