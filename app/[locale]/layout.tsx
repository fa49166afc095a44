import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { isLocale } from '@/lib/i18n/locale'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const t = await getTranslations({ locale, namespace: 'shell' })
  return { title: { default: 'Tenure', template: '%s · Tenure' }, description: t('footer.about') }
}

/** Every page of the portal. Answers 404 for an unknown language. */
export default async function LocaleLayout({ children, params }: LayoutProps) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <Shell locale={locale}>{children}</Shell>
}
