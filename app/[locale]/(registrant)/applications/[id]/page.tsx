import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerForm } from '@/components/applications/answer-form'
import { ApplicationStamp } from '@/components/applications/application-stamp'
import { DocumentsPanel } from '@/components/applications/documents-panel'
import { EndPanels } from '@/components/applications/end-panels'
import { HistoryList } from '@/components/applications/history-list'
import { InvoicePanel } from '@/components/applications/invoice-panel'
import { NextNote } from '@/components/applications/next-note'
import { ProgressPanel } from '@/components/applications/progress-panel'
import { Receipt } from '@/components/applications/receipt'
import { RequestPanel } from '@/components/applications/request-panel'
import { DossierStatusMark } from '@/components/applications/status-mark'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type ApplicationView, applicationView } from '@/lib/dossiers/application.query'
import { businessNow } from '@/lib/platform/business-clock'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { answerDesk, discardApplication, withdrawApplication } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.one'))('title') }
}

/** One application: where it stands, what comes, and what its applicant can do. */
export default async function ApplicationPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/applications/${id}`)
  const [t, view, now] = await Promise.all([
    getTranslations('apply'),
    applicationView(actor.userId, id),
    businessNow(),
  ])
  if (!view) return <NotOnFile />
  return (
    <PageFrame aside={<Aside view={view} />}>
      <PageHeader
        title={view.nameUnicode}
        crumbs={[
          { label: t('list.title'), href: '/applications' },
          { label: view.number ?? t('status.DRAFT') },
        ]}
        state={<DossierStatusMark status={view.status} />}
        stamp={<ApplicationStamp view={view} />}
      />
      <div className="flex flex-col gap-6">
        <NextNote view={view} now={now} />
        {view.status === 'ACTION_NEEDED' && view.request && (
          <RequestPanel view={view} request={view.request} now={now}>
            <AnswerForm
              action={answerDesk.bind(null, view.id)}
              initial={EMPTY_FORM}
              texts={{ ...t.raw('answer'), errors: t('form.errors') }}
            />
          </RequestPanel>
        )}
        <Receipt view={view} now={now} />
        <ProgressPanel view={view} now={now} />
        {view.number && <DocumentsPanel view={view} />}
      </div>
    </PageFrame>
  )
}

async function Aside({ view }: { view: ApplicationView }) {
  const t = await getTranslations('apply.history')
  const history = view.history.map(({ command, at }, index) => ({
    key: `${index} ${command}`,
    text: t(`acts.${command}`),
    at,
  }))
  return (
    <>
      {view.invoice && <InvoicePanel invoice={view.invoice} />}
      <Panel title={t('title')} dense className="no-print">
        <HistoryList entries={history} zone={view.timeZone} />
      </Panel>
      <EndPanels
        view={view}
        withdraw={withdrawApplication.bind(null, view.id)}
        discard={discardApplication.bind(null, view.id)}
      />
    </>
  )
}
