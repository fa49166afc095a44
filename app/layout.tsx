import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeOf } from '@/components/shell/theme'
import './globals.css'

/**
 * The outermost frame of every page: language, direction and the chosen light. Rendered per request, for the
 * nonce. It stands here and not below `[locale]`, so that the not-found pages are
 * rendered on the server too and can be read without script.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  const theme = themeOf(jar.get(THEME_COOKIE)?.value)
  return (
    <html lang={locale} dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  )
}
