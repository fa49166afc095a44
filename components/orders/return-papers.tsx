import { useLocale, useTranslations } from 'next-intl'
import type { ReturnReview, ShownDocument } from '@/lib/dossiers/returns/return.query'
import { formatDay } from '@/lib/i18n/format'
import { Panel } from '../ui/panel'
import { StateMark } from '../ui/state-mark'

const ZONE = 'Asia/Ho_Chi_Minh'

/** What was handed in for a return beside what the original dossier holds, page by page. Server only. */
export function ReturnPapers({ review }: { review: ReturnReview }) {
  const t = useTranslations('desk.orders.returns')
  const kinds = useTranslations('policy.documents')
  const missing = review.needed.filter(({ kind }) => !review.handedIn.some((entry) => entry.kind === kind))
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t('handedIn')}>
        <div className="flex flex-col gap-5">
          {missing.map(({ kind }) => (
            <StateMark key={kind} tone="near" word={t('missing', { document: kinds(kind) })} />
          ))}
          <Papers documents={review.handedIn} />
        </div>
      </Panel>
      <Panel title={t('onFile')}>
        <div className="flex flex-col gap-5">
          <Papers documents={review.onFile} />
        </div>
      </Panel>
    </div>
  )
}

function Papers({ documents }: { documents: readonly ShownDocument[] }) {
  const t = useTranslations('desk')
  const kinds = useTranslations('policy.documents')
  const locale = useLocale()
  return documents.map((document) => {
    const title = kinds(document.kind)
    const pages = Array.from({ length: document.pages }, (_none, index) => index + 1)
    return (
      <article key={document.id} className="flex flex-col gap-2">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-sm text-ink-soft wrap-anywhere">
          <a href={`/api/documents/${document.id}`} className="text-link">
            {document.fileName}
          </a>{' '}
          · {formatDay(locale, document.uploadedAt, ZONE)}
        </p>
        {pages.length === 0 && <p>{t('unreadable')}</p>}
        {pages.map((page) => (
          // The picture is made per request for this reader: nothing to optimise, nothing to cache for others.
          <img
            key={page}
            src={`/api/documents/${document.id}/pages/${page}`}
            alt={t('page', { title, page, pages: document.pages })}
            className="max-w-full border border-rule bg-sheet"
          />
        ))}
      </article>
    )
  })
}
