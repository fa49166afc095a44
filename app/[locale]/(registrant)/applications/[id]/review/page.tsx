import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerForm } from '@/components/applications/answer-form'
import { ApplicationSteps } from '@/components/applications/application-steps'
import { FileForm } from '@/components/applications/file-form'
import { DeclaredPanels, MissingParts } from '@/components/applications/review-panels'
import { PriceLines } from '@/components/applications/price-lines'
import { TermsPanel } from '@/components/applications/terms-panel'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type ApplicationView, startView } from '@/lib/dossiers/application.query'
import { legalDay } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { shownTerms, termsAt } from '@/lib/policy/terms'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { answerDesk, fileApplication } from '../../actions'
import { editableApplication } from '../editable'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.steps'))('review') }
}

/** Everything declared on one page, and the act that files or answers. */
export default async function ReviewPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/applications/${id}/review`)
  const [t, view] = await Promise.all([getTranslations('apply'), editableApplication(actor.userId, id)])
  if (!view) return <NotOnFile />
  return (
    <PageFrame>
      <PageHeader
        title={t('steps.review')}
        crumbs={[
          { label: t('list.title'), href: '/applications' },
          { label: view.nameUnicode, href: `/applications/${id}` },
          { label: t('steps.review') },
        ]}
        lead={t('leads.review')}
      />
      <ApplicationSteps view={view} current="review" />
      <div className="flex flex-col gap-6">
        <MissingParts view={view} />
        <DeclaredPanels view={view} />
        {view.status === 'DRAFT' ? <ToFile view={view} /> : <ToAnswer view={view} />}
      </div>
    </PageFrame>
  )
}

async function ToFile({ view }: { view: ApplicationView }) {
  const [t, locale, now] = await Promise.all([getTranslations('apply'), getLocale(), businessNow()])
  const price = startView(view.nameAscii, now)
  const quote = price.ok ? price.value.quotes.find((entry) => entry.years === view.years) : undefined
  const terms = shownTerms(termsAt(legalDay(now, view.timeZone)), locale)
  const isWhole = view.firstOpenStep === undefined && view.missing.length === 0
  return (
    <>
      {price.ok && quote && (
        <Panel title={t('price.caption')}>
          <PriceLines lines={quote.lines} policy={price.value.policy} />
        </Panel>
      )}
      <TermsPanel terms={terms} />
      <Panel title={t('file.title')}>
        <p className="mb-4 max-w-text">{t('file.afterwards', { name: view.nameUnicode })}</p>
        <FileForm
          action={fileApplication.bind(null, view.id)}
          initial={EMPTY_FORM}
          termsVersion={terms.version}
          texts={{ ...t.raw('file.form'), errors: t('form.errors') }}
          reason={isWhole ? undefined : t('file.notWhole')}
        />
      </Panel>
    </>
  )
}

async function ToAnswer({ view }: { view: ApplicationView }) {
  const t = await getTranslations('apply')
  return (
    <Panel title={t('request.answer')}>
      <p className="mb-4 max-w-text">{t('request.afterwards')}</p>
      <AnswerForm
        action={answerDesk.bind(null, view.id)}
        initial={EMPTY_FORM}
        texts={{ ...t.raw('answer'), errors: t('form.errors') }}
      />
    </Panel>
  )
}
