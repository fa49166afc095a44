import { useLocale, useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { ApplicationDocument } from '@/lib/dossiers/application.query'
import { formatBytes, formatMoment } from '@/lib/i18n/format'

/** A file that was handed in: its name, when, and what the desk said of it. Server only. */
export function DocumentFile({ document, zone }: { document: ApplicationDocument; zone: string }) {
  const t = useTranslations('apply.documents')
  const locale = useLocale()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <a
        href={`/api/documents/${document.id}`}
        target="_blank"
        rel="noopener"
        className="text-link wrap-anywhere"
      >
        {document.fileName}
        <span className="sr-only"> {t('opens')}</span>
      </a>
      <span className="text-sm text-ink-soft">
        {t('about', {
          version: document.version,
          size: formatBytes(locale, document.size),
          at: formatMoment(locale, document.uploadedAt, zone),
        })}
      </span>
      <DocumentVerdict verdict={document.verdict} />
    </div>
  )
}

function DocumentVerdict({ verdict }: Pick<ApplicationDocument, 'verdict'>) {
  const t = useTranslations('apply')
  if (!verdict) return <StateMark word={t('documents.noVerdict')} tone="plain" />
  if (verdict.verdict === 'ACCEPTED') return <StateMark word={t('documents.accepted')} tone="done" />
  return (
    <div>
      <StateMark word={t('documents.rejected')} tone="urgent" mark="refused" />
      {verdict.reason && <span className="ms-2">{t(`reasons.${verdict.reason}`)}</span>}
      {verdict.note && <p className="text-sm">{verdict.note}</p>}
    </div>
  )
}
