import { defineRouting } from 'next-intl/routing'
import { DEFAULT_LOCALE, LOCALES } from './locale'

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Every page address begins with its language; the choice is kept in a cookie for a year. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'always',
  localeCookie: { name: 'locale', maxAge: ONE_YEAR_S, sameSite: 'lax' },
})
