import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ApplicationSteps, isDelegated } from '@/components/applications/application-steps'
import { declarationWords } from '@/components/applications/declaration-words'
import { stepContext, stepStart } from './step-context'
import { StepForm } from '@/components/applications/step-form'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { formSentences } from '@/components/ui/form-sentences'
import { PageHeader } from '@/components/ui/page-header'
import { STEPS, type Step } from '@/lib/dossiers/declare/declaration.input'
import { formatHour } from '@/lib/i18n/format'
import { requireActor } from '@/lib/web/session'
import { keepDraft, keepStep } from '../../actions'
import { editableApplication } from '../editable'

interface Props {
  params: Promise<{ id: string; step: string }>
  searchParams: Promise<{ check?: string | string[] }>
}

const isStep = (text: string): text is Step => STEPS.some((step) => step === text)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params
  return isStep(step) ? { title: (await getTranslations('apply.steps'))(step) } : {}
}

/** One step of the declaration. `?check` marks what it still lacks. */
export default async function StepPage({ params, searchParams }: Props) {
  const { id, step } = await params
  const actor = await requireActor(`/applications/${id}/${step}`)
  const [t, locale, view] = await Promise.all([
    getTranslations('apply'),
    getLocale(),
    editableApplication(actor.userId, id),
  ])
  if (!view || !isStep(step)) return <NotOnFile />
  const marks = (await searchParams).check !== undefined
  const about = { dossierId: id, step, isDelegated: isDelegated(view), zone: view.timeZone }
  return (
    <PageFrame>
      <PageHeader
        title={t(`steps.${step}`)}
        crumbs={[
          { label: t('list.title'), href: '/applications' },
          { label: view.nameUnicode, href: `/applications/${id}` },
          { label: t(`steps.${step}`) },
        ]}
        lead={t(`leads.${step}`)}
      />
      <ApplicationSteps view={view} current={step} />
      <StepForm
        key={step}
        step={step}
        action={keepStep.bind(null, about)}
        keep={keepDraft.bind(null, about)}
        initial={await stepStart(view, step, marks)}
        kept={t('step.kept', { at: formatHour(locale, view.savedAt, view.timeZone) })}
        words={await declarationWords(view.zone)}
        context={await stepContext(view)}
        texts={{ ...t.raw('step.form'), errors: t('form.errors') }}
        sentences={await formSentences()}
      />
    </PageFrame>
  )
}
