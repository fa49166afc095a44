import { useTranslations } from 'next-intl'
import type { ShownTerms } from '@/lib/policy/terms'
import { Link } from '@/lib/i18n/link'
import { Callout } from '../ui/callout'
import { PageHeader } from '../ui/page-header'
import { RuleWhy } from './rule-why'

/** The registration terms: version, which language prevails, and the clauses. Server only. */
export function TermsText({ terms }: { terms: ShownTerms }) {
  const t = useTranslations('search.terms')
  const { locale, originalLanguage } = terms
  // ICU allows no hyphen in what a sentence chooses its words by.
  const language = originalLanguage.replaceAll('-', '_')
  return (
    <>
      <PageHeader
        title={<span lang={locale}>{terms.title}</span>}
        lead={t('version', { version: terms.version })}
      />
      {terms.unofficial && (
        <Callout
          kind="info"
          title={t('unofficial', { language })}
          why={<RuleWhy rule="R-HO-11" about={t('title')} />}
          next={
            <Link href={`/terms?locale=${originalLanguage}`} className="text-link">
              {t('original', { language })}
            </Link>
          }
        />
      )}
      <ol lang={locale} className="mt-8 flex max-w-text list-decimal flex-col gap-6 ps-6">
        {Object.entries(terms.clauses).map(([id, clause]) => (
          <li key={id} id={id} className="marker:font-semibold">
            <h2 className="font-semibold">{clause.heading}</h2>
            <p className="mt-1">{clause.text}</p>
          </li>
        ))}
      </ol>
      <p className="mt-8 max-w-text text-sm wrap-anywhere text-ink-soft">{t('hash', { hash: terms.hash })}</p>
    </>
  )
}
