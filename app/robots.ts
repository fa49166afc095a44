import type { MetadataRoute } from 'next'
import { LOCALES, localPath } from '@/lib/i18n/locale'

/** Pages that are the same for everybody and worth finding; `$` ends a path, so that no search is crawled. */
const OPEN = ['/', '/extensions', '/lookup', '/terms']

/** Robots read the public pages and nothing else: a search costs the registry a question. */
export default function robots(): MetadataRoute.Robots {
  const pages = LOCALES.flatMap((locale) => OPEN.map((path) => `${localPath(locale, path)}$`))
  const extensions = LOCALES.map((locale) => `${localPath(locale, '/extensions')}/`)
  return {
    rules: { userAgent: '*', allow: ['/$', '/_next/static/', ...pages, ...extensions], disallow: '/' },
  }
}
