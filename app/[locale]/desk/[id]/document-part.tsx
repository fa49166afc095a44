import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { VerdictForm } from '@/components/dossiers/verdict-form'
import { VerdictMark } from '@/components/dossiers/verdict-mark'
import { REASONS } from '@/lib/dossiers/review/review.input'
import type { ReviewDocument, ReviewView } from '@/lib/dossiers/review/desk.query'
import { Link } from '@/lib/i18n/link'
import { verdictAction } from '../actions'

/** The documents of a dossier: one is shown large, with the form of its verdict. */
export function DocumentPart({ view, shown }: { view: ReviewView; shown: ReviewDocument | undefined }) {
  const t = useTranslations('desk')
  const kinds = useTranslations('policy.documents')
  if (!shown) return <p>{t('noDocuments')}</p>
  return (
    <div className="flex flex-col gap-4">
      <DocumentTabs view={view} shown={shown} />
      {!view.barred && (
        <VerdictForm
          key={shown.id}
          action={verdictAction}
          hidden={{ dossierId: view.id, documentId: shown.id }}
          reasons={REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
          texts={{
            accept: t('acceptDocument'),
            reject: t('rejectDocument'),
            reason: t('reasonLabel'),
            note: t('noteLabel'),
            none: t('chooseReason'),
            pending: t('pending'),
          }}
        />
      )}
      <DocumentPages document={shown} title={kinds(shown.kind as 'identity-card')} />
    </div>
  )
}

function DocumentTabs({ view, shown }: { view: ReviewView; shown: ReviewDocument }) {
  const t = useTranslations('desk')
  const kinds = useTranslations('policy.documents')
  const words = { accepted: t('verdict.ACCEPTED'), rejected: t('verdict.REJECTED'), open: t('verdict.open') }
  return (
    <nav aria-label={t('documents')}>
      <ul className="flex flex-wrap gap-2">
        {view.documents.map((document) => (
          <li key={document.id}>
            <Link
              href={`/desk/${view.id}?document=${document.id}`}
              aria-current={document.id === shown.id ? 'page' : undefined}
              className={clsx(
                'flex flex-col rounded-edge border px-3 py-2',
                document.id === shown.id ? 'border-ink bg-sheet' : 'border-rule-strong',
              )}
            >
              <span className="font-semibold">{kinds(document.kind as 'identity-card')}</span>
              <VerdictMark verdict={document.verdict?.verdict ?? null} words={words} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function DocumentPages({ document, title }: { document: ReviewDocument; title: string }) {
  const t = useTranslations('desk')
  if (document.pages === 0) return <p>{t('unreadable')}</p>
  const pages = Array.from({ length: document.pages }, (_, index) => index + 1)
  return (
    <div data-key="z" className="group flex flex-col gap-4 overflow-x-auto">
      {pages.map((page) => (
        // The picture is made per request for this reader: nothing to optimise, nothing to cache for others.
        <img
          key={page}
          src={`/api/documents/${document.id}/pages/${page}`}
          alt={t('page', { title, page, pages: document.pages })}
          className="max-w-full border border-rule bg-sheet group-data-zoomed:max-w-none"
        />
      ))}
      <p className="text-ink-soft">
        {t('fileFacts', { name: document.fileName, version: document.version })}
      </p>
    </div>
  )
}
