import { useLocale, useTranslations } from 'next-intl'
import { FileUpload } from '@/components/ui/file-upload'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import type { ApplicationDocument, ApplicationView } from '@/lib/dossiers/application.query'
import { formatBytes } from '@/lib/i18n/format'
import type { RequiredDocument } from '@/lib/policy/documents.rule'
import { EMPTY_FORM, type FormState } from '@/lib/web/run-action'
import { ActForm } from './act-form'
import { DocumentFile } from './document-note'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy } from './when'

interface DocumentSlotProps {
  kind: string
  view: ApplicationView
  drop: (
    ids: { dossierId: string; documentId: string },
    before: FormState,
    form: FormData,
  ) => Promise<FormState>
  maxBytes: number
  error?: string
}

/** One document: why it is needed, the file that is there, and a place to hand one in. Server only. */
export function DocumentSlot({ kind, view, drop, maxBytes, error }: DocumentSlotProps) {
  const t = useTranslations('apply.documents')
  const name = useTranslations('policy.documents')(kind)
  const need = view.required.find((document) => document.kind === kind)
  const file = view.documents.find((document) => document.kind === kind)
  const isMade = need?.providedBy === 'portal'
  return (
    <div id={kind} className="scroll-mt-6">
      <Panel title={name} aside={<SlotState isMade={isMade} isNeeded={need !== undefined} file={file} />}>
        <div className="flex flex-col gap-4">
          <Need need={need} view={view} name={name} />
          {file && (
            <div className="flex flex-wrap items-start justify-between gap-3 border-y border-rule py-3">
              <DocumentFile document={file} zone={view.timeZone} />
              <ActForm
                action={drop.bind(null, { dossierId: view.id, documentId: file.id })}
                initial={EMPTY_FORM}
                button={t('remove')}
                pending={t('removing')}
                label={t('removeThis', { name })}
                weight="quiet"
                size="dense"
              />
            </div>
          )}
          {need && !isMade && (
            <Upload
              kind={kind}
              label={file ? t('replace', { name }) : t('handIn', { name })}
              {...{ view, maxBytes, error }}
            />
          )}
        </div>
      </Panel>
    </div>
  )
}

interface SlotStateProps {
  isMade: boolean
  isNeeded: boolean
  file?: ApplicationDocument
}

function SlotState({ isMade, isNeeded, file }: SlotStateProps) {
  const t = useTranslations('apply.documents')
  if (isMade) return <StateMark word={t('made')} tone="done" />
  if (file?.verdict?.verdict === 'REJECTED')
    return <StateMark word={t('rejected')} tone="urgent" mark="refused" />
  if (file) return <StateMark word={t('there')} tone="done" />
  return <StateMark word={isNeeded ? t('missing') : t('notNeeded')} tone={isNeeded ? 'near' : 'plain'} />
}

/** In which form the document is needed, and by which rule. */
function Need({ need, view, name }: { need?: RequiredDocument; view: ApplicationView; name: string }) {
  const t = useTranslations('apply.documents')
  if (!need) return <p className="text-ink-soft">{t('notNeededText')}</p>
  const asPaper = need.notarised ? 'notarised' : need.original ? 'original' : 'copy'
  return (
    <div>
      {need.providedBy === 'portal' ? t('madeText') : t(`needs.${asPaper}`)}{' '}
      <RuleWhy rule={need.rule} policy={policyAt(view.zone, view.filedAt ?? view.savedAt)} about={name} />
    </div>
  )
}

interface UploadProps {
  kind: string
  label: string
  view: ApplicationView
  maxBytes: number
  error?: string
}

function Upload({ kind, label, view, maxBytes, error }: UploadProps) {
  const t = useTranslations('apply.documents')
  const words = useTranslations('ui')
  const locale = useLocale()
  const query = new URLSearchParams({ dossier: view.id, kind, locale })
  return (
    <FileUpload
      action={`/api/documents?${query}`}
      name="file"
      label={label}
      hint={t('hint', { size: formatBytes(locale, maxBytes) })}
      accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      maxBytes={maxBytes}
      error={error}
      texts={words.raw('upload')}
    />
  )
}
