import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { currentViewer } from '@/lib/web/viewer'
import { ErrorTextsProvider } from '../ui/error-texts'
import { Faces } from './faces'
import { navigationFor } from './navigation'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'
import { THEME_COOKIE, themeOf } from './theme'

/** Head, content and foot of every page, for whoever is signed in. */
export async function Shell({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [t, viewer, jar] = await Promise.all([
    getTranslations({ locale, namespace: 'shell' }),
    currentViewer(),
    cookies(),
  ])
  return (
    <>
      <Faces locale={locale} />
      <SkipLink label={t('skip')} />
      <SiteHeader
        locale={locale}
        theme={themeOf(jar.get(THEME_COOKIE)?.value)}
        navigation={navigationFor(viewer?.roles ?? [])}
        viewer={viewer && { name: viewer.name, email: viewer.email }}
        waiting={{ '/operator/exceptions': viewer?.exceptions ?? 0, '/inbox': viewer?.unread ?? 0 }}
      />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        <ErrorTextsProvider texts={t.raw('error')}>{children}</ErrorTextsProvider>
      </main>
      <SiteFooter />
    </>
  )
}
