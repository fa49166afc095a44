import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import type { ShownTerms } from '@/lib/policy/terms'
import { CLAUSES } from '@/lib/policy/terms/terms-text'

/** The terms as they are accepted; a translation says that it is one (R-HO-11). Server only. */
export function TermsPanel({ terms }: { terms: ShownTerms }) {
  const t = useTranslations('apply.terms')
  return (
    <Panel title={terms.title}>
      {terms.unofficial && (
        <p className="mb-3 text-ink-soft">
          {t('unofficial', { language: terms.originalLanguage.replaceAll('-', '_') })}
        </p>
      )}
      <div
        role="region"
        aria-label={t('text')}
        tabIndex={0}
        lang={terms.locale}
        className="max-h-96 overflow-auto border border-rule bg-paper p-4 print:max-h-none print:overflow-visible"
      >
        <ol className="flex max-w-text list-decimal flex-col gap-3 ps-6">
          {CLAUSES.map((clause) => (
            <li key={clause}>
              <h3 className="font-semibold">{terms.clauses[clause].heading}</h3>
              <p>{terms.clauses[clause].text}</p>
            </li>
          ))}
        </ol>
      </div>
      <p className="mt-2 text-sm text-ink-soft wrap-anywhere">
        {t('version', { version: terms.version, hash: terms.hash.slice(0, 16) })}
      </p>
    </Panel>
  )
}
