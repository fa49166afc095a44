import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { FOOTER_LINKS } from './navigation'
import { SealMark } from './seal-mark'

/** The foot of every page: what the portal is, and the ways that are open to everybody. */
export function SiteFooter() {
  const t = useTranslations('shell')
  return (
    <footer className="no-print mt-16 border-t-4 border-double border-ink">
      <div className="mx-auto flex max-w-page flex-wrap items-start justify-between gap-6 px-4 py-8 text-sm sm:px-6">
        <div className="flex max-w-form items-start gap-3">
          <SealMark className="size-6 shrink-0" />
          <p className="text-ink-soft">{t('footer.about')}</p>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {FOOTER_LINKS.map((entry) => (
              <li key={entry.href}>
                <Link href={entry.href} className="text-ink hover:underline">
                  {t(`nav.${entry.label}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
