import { useLocale, useTranslations } from 'next-intl'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locale'
import { Link } from '@/lib/i18n/link'
import type { ExtensionView } from '@/lib/policy/extension.query'
import { Callout } from '../ui/callout'
import { RuleWhy } from './rule-why'

const KINDS = ['privacy', 'terms', 'disputes', 'transfer'] as const

/** The registry's own pages, and in which language its rules prevail (R-HO-01, R-HO-11). Server only. */
export function RegistryLinks({ extension }: { extension: ExtensionView }) {
  const t = useTranslations('search.links')
  const locale = useLocale()
  const { originalLanguage, links } = extension.policy.registry.terms
  const original = originalLanguage.value
  const missing = KINDS.filter((kind) => !links.some((link) => link.kind === kind))
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-2">
        {links.map((link) => (
          <li key={link.kind}>
            <a href={link.url.value} rel="external" className="text-link wrap-anywhere">
              {t(link.kind, { registry: extension.registry })}
            </a>
          </li>
        ))}
        <li>
          <Link href="/terms" className="text-link">
            {t('ours')}
          </Link>
        </li>
      </ul>
      {missing.length > 0 && (
        <p className="max-w-text text-sm text-ink-soft">
          {t('missing', { pages: missing.map((kind) => t(`kinds.${kind}`)).join(', ') })}{' '}
          <RuleWhy rule="R-HO-01" about={t('terms', { registry: extension.registry })} />
        </p>
      )}
      {original !== locale && (
        <Callout
          kind="info"
          title={t('unofficial', { language: isLocale(original) ? LOCALE_NAMES[original] : original })}
          why={<RuleWhy rule="R-HO-11" about={t('terms', { registry: extension.registry })} />}
        />
      )}
    </div>
  )
}
