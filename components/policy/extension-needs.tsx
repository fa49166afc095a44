import { useTranslations } from 'next-intl'
import type { ExtensionTerms } from '@/lib/policy/extension.query'
import { DocumentsInShort } from './document-lists'
import { ParamWhy } from './rule-why'

interface NeedsProps {
  line: Pick<ExtensionTerms, 'opening' | 'documents' | 'needs' | 'activeAtOnce' | 'policyId'>
  /** With the rule behind each need. */
  explained?: boolean
}

/** Who may hold names and what is asked for, in a line (R-HO-02). Server only. */
export function Needs({ line, explained = false }: NeedsProps) {
  const t = useTranslations('search.extensions')
  const names = useTranslations('search.needs.short')
  const openings = useTranslations('policy.openings')
  return (
    <span className="block max-w-text text-sm text-ink-soft">
      {line.opening !== 'open' && (
        <span className="block font-semibold text-ink">{openings(line.opening)}</span>
      )}
      {line.activeAtOnce && <span className="block">{t('atOnce')}</span>}
      <DocumentsInShort situations={line.documents} />
      {explained &&
        line.needs.map((need) => (
          <span key={need.value} className="block">
            {names(need.value)}{' '}
            <ParamWhy parameter={need} asks="R-HO-02" about={names(need.value)} policyId={line.policyId} />
          </span>
        ))}
    </span>
  )
}
