import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Moment } from '@/components/applications/when'
import { ReloadWhile } from '@/components/operations/reload-while'
import { RunProgress } from '@/components/operations/run-progress'
import { RunStateMark } from '@/components/operations/run-state'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { STEP_COMMANDS } from '@/lib/domains/life.rule'
import { formatCount, formatMoment } from '@/lib/i18n/format'
import { PLOT_TIME_ZONE } from '@/lib/operations/runs/plot.query'
import { type Run, runView } from '@/lib/operations/runs/runs.query'
import { requireStaff } from '@/lib/web/session'

interface RunProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.runs'))('one') }
}

/** One run: how far it is, what it did by step, and what the registry has still to do. */
export default async function RunPage({ params }: RunProps) {
  const { id } = await params
  await requireStaff('OPERATOR', `/operator/runs/${id}`)
  const [t, home, locale, run] = await Promise.all([
    getTranslations('operator.runs'),
    getTranslations('operator.home'),
    getLocale(),
    runView(id),
  ])
  if (!run) return <NotOnFile />
  const title = formatMoment(locale, run.startedAt, PLOT_TIME_ZONE)
  const crumbs = [
    { href: '/operator', label: home('title') },
    { href: '/operator/runs', label: t('title') },
    { label: title },
  ]
  return (
    <PageFrame>
      <PageHeader title={title} crumbs={crumbs} state={<RunStateMark run={run} />} />
      <div className="flex flex-col gap-6">
        {run.state === 'interrupted' && <Callout kind="warning" title={t('interrupted')} />}
        <div className="flex flex-col gap-2">
          <RunProgress run={run} />
          {(run.state === 'running' || run.open > 0) && <ReloadWhile label={t('reload')} />}
        </div>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Counts run={run} />
          <Steps run={run} />
        </div>
      </div>
    </PageFrame>
  )
}

async function Counts({ run }: { run: Run }) {
  const [t, locale] = await Promise.all([getTranslations('operator.runs'), getLocale()])
  const counts = (['due', 'done', 'failed', 'open', 'answered', 'refused', 'notSent'] as const).map(
    (key) => ({
      key,
      term: t(`column.${key}`),
      value: <span className="tabular-nums">{formatCount(locale, run[key])}</span>,
    }),
  )
  return (
    <Panel title={t('counts')}>
      <DescriptionList
        dense
        items={[
          ...counts,
          { term: t('began'), value: <Moment at={run.beganAt} zone={PLOT_TIME_ZONE} /> },
          ...(run.seconds === null
            ? []
            : [{ term: t('column.seconds'), value: t('seconds', { seconds: run.seconds }) }]),
        ]}
      />
    </Panel>
  )
}

async function Steps({ run }: { run: Run }) {
  const [t, locale] = await Promise.all([getTranslations('operator.runs'), getLocale()])
  const steps = STEP_COMMANDS.filter((step) => (run.steps[step] ?? 0) > 0)
  return (
    <Panel title={t('steps')}>
      {steps.length === 0 ? (
        <p className="text-ink-soft">{t('noSteps')}</p>
      ) : (
        <DescriptionList
          dense
          items={steps.map((step) => ({
            key: step,
            term: t(`step.${step}`),
            value: <span className="tabular-nums">{formatCount(locale, run.steps[step] ?? 0)}</span>,
          }))}
        />
      )}
    </Panel>
  )
}
