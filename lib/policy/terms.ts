/**
 * The registration terms as dated texts (R-HO-08, R-HO-11). What an applicant accepts is recorded as version,
 * language and hash; a text that was accepted never changes, a new one is a new version.
 */
import { createHash } from 'node:crypto'
import type { LegalDay } from '@/lib/kernel/days'
import { da } from './terms/2025-01-01/da'
import { en } from './terms/2025-01-01/en'
import { hi } from './terms/2025-01-01/hi'
import { ro } from './terms/2025-01-01/ro'
import { vi } from './terms/2025-01-01/vi'
import { zhHantHk } from './terms/2025-01-01/zh-hant-hk'
import type { TermsText } from './terms/terms-text'

export type TermsLocale = 'vi' | 'en' | 'zh-Hant-HK' | 'da' | 'ro' | 'hi'

/** One dated text of the terms. `originalLanguage` is the one that prevails (R-HO-11). */
export interface TermsVersion {
  readonly id: string
  readonly from: LegalDay
  readonly originalLanguage: TermsLocale
  readonly texts: Readonly<Record<TermsLocale, TermsText>>
}

/** A text as it is shown and accepted. `unofficial`: a translation; the page says that the original prevails. */
export interface ShownTerms extends TermsText {
  readonly version: string
  readonly locale: TermsLocale
  readonly originalLanguage: TermsLocale
  readonly unofficial: boolean
  /** SHA-256 (hex) of the text shown, and of the original behind it. */
  readonly hash: string
  readonly originalHash: string
}

/** Ascending by `from`. */
export const TERMS: readonly TermsVersion[] = [
  {
    id: 'registration-2025-01-01',
    from: '2025-01-01',
    originalLanguage: 'vi',
    texts: { vi, en, 'zh-Hant-HK': zhHantHk, da, ro, hi },
  },
]

/** The version in force on a local date; throws before the first one. */
export function termsAt(day: LegalDay): TermsVersion {
  const version = TERMS.findLast((entry) => entry.from <= day)
  if (!version) throw new RangeError(`no terms are in force on ${day}`)
  return version
}

/** The version with an id that was recorded; throws when there is none. */
export function termsById(id: string): TermsVersion {
  const version = TERMS.find((entry) => entry.id === id)
  if (!version) throw new Error(`no terms with id ${id}`)
  return version
}

/** The text of a version in a language; the original where that language has none. */
export function shownTerms(version: TermsVersion, locale: string): ShownTerms {
  const { originalLanguage, texts } = version
  const shown = isTermsLocale(locale) ? locale : originalLanguage
  return {
    ...texts[shown],
    version: version.id,
    locale: shown,
    originalLanguage,
    unofficial: shown !== originalLanguage,
    hash: hashOf(texts[shown]),
    originalHash: hashOf(texts[originalLanguage]),
  }
}

function isTermsLocale(locale: string): locale is TermsLocale {
  return ['vi', 'en', 'zh-Hant-HK', 'da', 'ro', 'hi'].includes(locale)
}

/** Over title, headings and texts in reading order, one a line. */
function hashOf(text: TermsText): string {
  const lines = [
    text.title,
    ...Object.values(text.clauses).flatMap((clause) => [clause.heading, clause.text]),
  ]
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
