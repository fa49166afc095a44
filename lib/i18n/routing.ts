import { defineRouting } from 'next-intl/routing'
import { DEFAULT_LOCALE, LOCALES } from './locale'

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Where the reader's choice of language is kept, and for how long. */
export const LOCALE_COOKIE = { name: 'locale', maxAge: ONE_YEAR_S, sameSite: 'lax' } as const

/** Every page address begins with its language; the choice is kept in a cookie for a year. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'always',
  localeCookie: LOCALE_COOKIE,
})
