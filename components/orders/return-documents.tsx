import { useLocale, useTranslations } from 'next-intl'
import type { ReturnView } from '@/lib/dossiers/returns/return.query'
import { formatBytes, formatMoment } from '@/lib/i18n/format'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy } from '../applications/when'
import { FileUpload } from '../ui/file-upload'
import { Panel } from '../ui/panel'
import { StateMark } from '../ui/state-mark'

interface ReturnDocumentsProps {
  view: ReturnView
  maxBytes: number
  /** What an upload without script was refused for. */
  error?: { readonly kind: string; readonly message: string } | undefined
}

/** The papers of a return: in which form each is needed, what is there, and a place to hand one in. Server only. */
export function ReturnDocuments(props: ReturnDocumentsProps) {
  return props.view.needed.map((need) => <Slot key={need.kind} need={need} {...props} />)
}

type Need = ReturnView['needed'][number]

function Slot({ need, view, maxBytes, error }: ReturnDocumentsProps & { need: Need }) {
  const t = useTranslations('names.return')
  const name = useTranslations('policy.documents')(need.kind)
  const { file } = need
  const state = file ? (
    <StateMark tone="done" word={t('there')} />
  ) : (
    <StateMark tone="near" word={t('missing')} />
  )
  return (
    <Panel title={name} aside={state}>
      <div className="flex flex-col gap-4">
        <div>
          {t(`form.${need.form}`)}{' '}
          <RuleWhy rule={need.rule} policy={policyAt(view.zone, view.filedAt ?? view.now)} about={name} />
        </div>
        {need.kind === 'return-declaration' && <Declaration view={view} />}
        {file && <File file={file} zone={view.timeZone} />}
        <Upload need={need} name={name} view={view} maxBytes={maxBytes} error={error} />
      </div>
    </Panel>
  )
}

function File({ file, zone }: { file: NonNullable<Need['file']>; zone: string }) {
  const locale = useLocale()
  return (
    <p className="border-y border-rule py-3 wrap-anywhere">
      <a href={`/api/documents/${file.id}`} className="text-link">
        {file.fileName}
      </a>{' '}
      · {formatMoment(locale, file.uploadedAt, zone)}
    </p>
  )
}

/** The words to print or copy out, sign and scan. */
function Declaration({ view }: { view: ReturnView }) {
  const t = useTranslations('names.return')
  const { holder, nameUnicode, nameAscii } = view
  const name = nameUnicode === nameAscii ? nameUnicode : `${nameUnicode} (${nameAscii})`
  return (
    <blockquote className="max-w-text border-s-2 border-ink ps-4">
      <p>{t('declaration', { holder, name })}</p>
      <p className="mt-3 text-ink-soft">{t('signHere')}</p>
    </blockquote>
  )
}

function Upload({ need, name, view, maxBytes, error }: ReturnDocumentsProps & { need: Need; name: string }) {
  const t = useTranslations('apply.documents')
  const words = useTranslations('ui')
  const locale = useLocale()
  const query = new URLSearchParams({ dossier: view.dossierId, kind: need.kind, locale })
  return (
    <FileUpload
      action={`/api/documents?${query}`}
      name="file"
      label={need.file ? t('replace', { name }) : t('handIn', { name })}
      hint={t('hint', { size: formatBytes(locale, maxBytes) })}
      accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      maxBytes={maxBytes}
      error={error?.kind === need.kind ? error.message : undefined}
      texts={words.raw('upload')}
    />
  )
}
