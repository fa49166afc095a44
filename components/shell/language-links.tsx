'use client'
import clsx from 'clsx'
import { useSearchParams } from 'next/navigation'
import { usePathname } from '@/lib/i18n/link'
import { LOCALE_NAMES, LOCALES, localPath } from '@/lib/i18n/locale'

/** Their names would make every reader load a whole face for one word: the system's face does. */
const OTHER_SCRIPT: ReadonlySet<string> = new Set(['vi', 'zh-Hant-HK', 'hi'])

/**
 * The same page in each language. Plain links that load the whole page, so that its fonts and `lang` follow
 * and the choice is kept in the cookie.
 */
export function LanguageLinks({ current }: { current: string }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  return (
    <ul>
      {LOCALES.map((locale) => (
        <li key={locale}>
          <a
            href={localPath(locale, path) + (query && `?${query}`)}
            lang={locale}
            hrefLang={locale}
            aria-current={locale === current ? 'true' : undefined}
            className={clsx(
              'flex min-h-11 items-center border-s-4 px-4 text-ink no-underline hover:bg-well',
              locale === current ? 'border-ink font-semibold' : 'border-transparent',
              locale !== current && OTHER_SCRIPT.has(locale) && 'font-[system-ui]',
            )}
          >
            {LOCALE_NAMES[locale]}
          </a>
        </li>
      ))}
    </ul>
  )
}
