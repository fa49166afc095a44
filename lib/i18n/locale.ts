/** The languages of the portal, as BCP 47 tags; the order is that of the language menu. */
export const LOCALES = ['en', 'vi', 'zh-Hant-HK', 'da', 'ro', 'hi'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'

/** Each language named in itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  vi: 'Tiếng Việt',
  'zh-Hant-HK': '繁體中文（香港）',
  da: 'Dansk',
  ro: 'Română',
  hi: 'हिन्दी',
}

/** Whether a text from outside names a language of the portal. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value)
}

/** `/names` in a language: `/vi/names`. The path begins with a slash; `/` is the start page. */
export function localPath(locale: string, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** The path without its language, for comparing and for switching languages. Begins with a slash. */
export function pathWithoutLocale(pathname: string): string {
  const [, first, ...rest] = pathname.split('/')
  return isLocale(first) ? `/${rest.join('/')}` : pathname
}
