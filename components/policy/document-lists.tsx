import { useTranslations } from 'next-intl'
import type { RequiredDocument } from '@/lib/policy/documents.rule'
import type { SituationDocuments } from '@/lib/policy/extension.query'
import { Mark } from '../ui/mark'
import { RuleWhy } from './rule-why'

interface DocumentListsProps {
  situations: readonly SituationDocuments[]
  policyId: string
}

/** What an application asks for, for each kind of applicant, filing oneself or by a delegate. Server only. */
export function DocumentLists({ situations, policyId }: DocumentListsProps) {
  const t = useTranslations('search.documents')
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {situations.map(({ applicantKind, filing, documents }) => (
        <section key={`${applicantKind} ${filing}`}>
          <h3 className="border-b border-rule pb-1 font-semibold">{t(`${applicantKind}.${filing}`)}</h3>
          <ul className="mt-2 flex flex-col gap-2">
            {documents.length === 0 && <li className="text-ink-soft">{t('none')}</li>}
            {documents.map((document) => (
              <DocumentItem key={document.kind} document={document} policyId={policyId} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function DocumentItem({ document, policyId }: { document: RequiredDocument; policyId: string }) {
  const t = useTranslations('search.documents')
  const name = useTranslations('policy.documents')(document.kind)
  const uploaded = document.providedBy === 'upload'
  return (
    <li className="flex items-start gap-2">
      <Mark name={uploaded ? 'file' : 'done'} className={uploaded ? 'mt-0.5' : 'mt-0.5 text-done'} />
      <div>
        {name}
        <span className="block text-sm text-ink-soft">
          {t(uploaded ? (document.original ? 'uploadOriginal' : 'upload') : 'portal')}
        </span>
        <RuleWhy rule={document.rule} about={name} policyId={policyId} />
      </div>
    </li>
  )
}

/** One line on what an application by the applicant themself asks to be uploaded. Server only. */
export function DocumentsInShort({ situations }: { situations: readonly SituationDocuments[] }) {
  const t = useTranslations('search.documents.short')
  const names = useTranslations('policy.documents')
  return situations
    .filter((situation) => situation.filing === 'self')
    .map(({ applicantKind, documents }) => {
      const uploads = documents.filter((document) => document.providedBy === 'upload')
      if (uploads.length === 0) return null
      return (
        <span key={applicantKind} className="block">
          {t(applicantKind, { documents: uploads.map((document) => names(document.kind)).join(', ') })}
        </span>
      )
    })
}
