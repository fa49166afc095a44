import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApplicationSteps } from '@/components/applications/application-steps'
import { DocumentSlot } from '@/components/applications/document-slot'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { env } from '@/lib/platform/env'
import { refusalText } from '@/lib/web/refusal-text'
import { requireActor } from '@/lib/web/session'
import { dropDocument } from '../../actions'
import { editableApplication } from '../editable'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ kind?: string | string[]; refused?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.steps'))('documents') }
}

/** The documents to hand in. A refused upload of a plain form comes back as `?kind&refused`. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const { id } = await params
  const actor = await requireActor(`/applications/${id}/documents`)
  const [t, view] = await Promise.all([getTranslations('apply'), editableApplication(actor.userId, id)])
  if (!view) return <NotOnFile />
  const { kind, refused } = await searchParams
  const error = typeof refused === 'string' ? await sentenceOf(refused) : undefined
  return (
    <PageFrame>
      <PageHeader
        title={t('steps.documents')}
        crumbs={[
          { label: t('list.title'), href: '/applications' },
          { label: view.nameUnicode, href: `/applications/${id}` },
          { label: t('steps.documents') },
        ]}
        lead={t('leads.documents')}
      />
      <ApplicationSteps view={view} current="documents" />
      <div className="flex flex-col gap-6">
        {slotsOf(view).map((slot) => (
          <DocumentSlot
            key={slot}
            kind={slot}
            view={view}
            drop={dropDocument}
            maxBytes={env().UPLOAD_MAX_BYTES}
            error={slot === kind ? error : undefined}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/applications/${id}/review`}>{t('step.form.continue')}</ButtonLink>
          <ButtonLink href={`/applications/${id}/name-servers`} weight="secondary">
            {t('step.form.back')}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}

/** What is required, in the rules' order, and what was handed in besides. */
function slotsOf(view: ApplicationView): readonly string[] {
  const kinds = [...view.required, ...view.documents].map((document) => document.kind)
  return [...new Set<string>(kinds)]
}

/** The sentence of a refusal that came back in the address; whatever else stands there is a broken upload. */
async function sentenceOf(code: string): Promise<string> {
  const megabytes = Math.floor(env().UPLOAD_MAX_BYTES / 1_000_000)
  const known = [
    'file-empty',
    'file-type',
    'file-mixed',
    'file-too-large',
    'file-missing',
    'too-many-documents',
  ]
  const shown = known.includes(code) ? code : 'file-cut-off'
  return (await refusalText({ code: shown, params: { megabytes, limit: 60 } })).message
}
