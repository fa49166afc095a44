import { useLocale, useTranslations } from 'next-intl'
import type { GrantView } from '@/lib/dossiers/authorise/grant.query'
import { AUTHORISATION_DOCUMENT } from '@/lib/dossiers/documents/document.input'
import { formatBytes, formatMoment } from '@/lib/i18n/format'
import { BOOKS_ZONE } from '../billing/books-zone'
import { FileUpload } from '../ui/file-upload'
import { Panel } from '../ui/panel'
import { StateMark } from '../ui/state-mark'

interface PaperPanelProps {
  view: GrantView
  maxBytes: number
  /** What an upload without script was refused for. */
  error?: string | undefined
}

/** The written authorisation: its words, whether it is there, and a place to hand it in. Server only. */
export function PaperPanel({ view, maxBytes, error }: PaperPanelProps) {
  const t = useTranslations('authorisations.new')
  const { paper } = view
  const state = paper ? (
    <StateMark tone="done" word={t('there')} />
  ) : (
    <StateMark tone="near" word={t('missing')} />
  )
  return (
    <Panel title={t('paper')} aside={state}>
      <div className="flex flex-col gap-4">
        <p className="max-w-text">{t('paperLead')}</p>
        <Words view={view} />
        {paper && <Paper paper={paper} />}
        <Upload view={view} maxBytes={maxBytes} error={error} />
      </div>
    </Panel>
  )
}

/** The words to print or copy out, fill in, sign and seal. */
function Words({ view: { holder, names } }: { view: GrantView }) {
  const t = useTranslations('authorisations.new')
  const list = names.map(({ nameUnicode }) => nameUnicode).join(', ')
  return (
    <blockquote className="max-w-text border-s-2 border-ink ps-4">
      <p className="wrap-anywhere">{t('declaration', { holder, names: list })}</p>
      <p className="mt-3 text-ink-soft">{t('signHere')}</p>
    </blockquote>
  )
}

function Paper({ paper: { id, fileName, uploadedAt } }: { paper: NonNullable<GrantView['paper']> }) {
  const locale = useLocale()
  return (
    <p className="border-y border-rule py-3 wrap-anywhere">
      <a href={`/api/documents/${id}`} className="text-link">
        {fileName}
      </a>{' '}
      · {formatMoment(locale, uploadedAt, BOOKS_ZONE)}
    </p>
  )
}

function Upload({ view, maxBytes, error }: PaperPanelProps) {
  const t = useTranslations('apply.documents')
  const words = useTranslations('ui')
  const name = useTranslations('policy.documents')(AUTHORISATION_DOCUMENT)
  const locale = useLocale()
  const query = new URLSearchParams({
    dossier: view.dossierId ?? '',
    kind: AUTHORISATION_DOCUMENT,
    locale,
  })
  // The page to come back to without script holds the choice in its address.
  for (const { id } of view.names) query.append('id', id)
  return (
    <FileUpload
      action={`/api/documents?${query}`}
      name="file"
      label={view.paper ? t('replace', { name }) : t('handIn', { name })}
      hint={t('hint', { size: formatBytes(locale, maxBytes) })}
      accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      maxBytes={maxBytes}
      error={error}
      texts={words.raw('upload')}
    />
  )
}
