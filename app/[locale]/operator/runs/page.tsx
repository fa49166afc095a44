import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ComingDays } from '@/components/operations/coming-days'
import { ReloadWhile } from '@/components/operations/reload-while'
import { RunProgress } from '@/components/operations/run-progress'
import { RunStateMark } from '@/components/operations/run-state'
import { PageFrame } from '@/components/shell/page-frame'
import { buttonStyle } from '@/components/ui/button-style'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { SelectInput } from '@/components/ui/select-input'
import { formatCount, formatMoment } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'
import { cursorOf, type Page } from '@/lib/kernel/page'
import { comingDays, PLOT_REGISTRIES, PLOT_TIME_ZONE } from '@/lib/operations/runs/plot.query'
import { type Run, runList } from '@/lib/operations/runs/runs.query'
import { requireStaff } from '@/lib/web/session'

interface RunsProps {
  searchParams: Promise<{ after?: string; before?: string; registry?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.runs'))('title') }
}

/** The sweep's runs, and the expiries and releases of the coming 90 days. */
export default async function RunsPage({ searchParams }: RunsProps) {
  await requireStaff('OPERATOR', '/operator/runs')
  const query = await searchParams
  const cursor = cursorOf(query)
  const registry = PLOT_REGISTRIES.find((entry) => entry === query.registry)
  const [t, home, page, days] = await Promise.all([
    getTranslations('operator.runs'),
    getTranslations('operator.home'),
    runList(cursor),
    comingDays(registry),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ href: '/operator', label: home('title') }, { label: t('title') }]}
      />
      <div className="flex flex-col gap-8">
        {page.items.some((run) => run.state === 'running') && <ReloadWhile label={t('reload')} />}
        <RunTable page={page} isFurther={cursor !== undefined} />
        <Panel title={t('plot.title')}>
          <RegistryFilter registry={registry} />
          <ComingDays days={days} />
        </Panel>
      </div>
    </PageFrame>
  )
}

async function RunTable({ page, isFurther }: { page: Page<Run>; isFurther: boolean }) {
  const [t, columns] = await Promise.all([getTranslations('operator.runs'), columnsOf()])
  return (
    <div>
      <DataTable<Run>
        caption={t('title')}
        captionHidden
        density="dense"
        rows={page.items}
        rowKey={(run) => run.id}
        columns={columns}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
      <KeysetPager
        first={isFurther ? '/operator/runs' : undefined}
        previous={page.previous ? `/operator/runs?before=${page.previous}` : undefined}
        next={page.next ? `/operator/runs?after=${page.next}` : undefined}
      />
    </div>
  )
}

async function RegistryFilter({ registry }: { registry: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('operator.runs.plot'), getLocale()])
  const choices = PLOT_REGISTRIES.map((value) => ({ value, label: value }))
  return (
    <form
      action={localPath(locale, '/operator/runs')}
      method="get"
      className="no-print mb-4 flex flex-wrap items-end gap-3"
    >
      <div className="min-w-0 grow basis-40 sm:max-w-64">
        <SelectInput
          id="registry"
          name="registry"
          label={t('registry')}
          choices={[{ value: '', label: t('all') }, ...choices]}
          defaultValue={registry ?? ''}
        />
      </div>
      <button type="submit" className={buttonStyle('secondary')}>
        {t('show')}
      </button>
    </form>
  )
}

async function columnsOf(): Promise<Column<Run>[]> {
  const [t, locale] = await Promise.all([getTranslations('operator.runs'), getLocale()])
  const count = (key: 'due' | 'done' | 'failed' | 'refused' | 'open'): Column<Run> => ({
    key,
    header: t(`column.${key}`),
    align: 'end',
    cell: (run) => formatCount(locale, run[key]),
  })
  return [
    {
      key: 'started',
      header: t('column.started'),
      rowHeader: true,
      cell: (run) => (
        <Link href={`/operator/runs/${run.id}`} className="text-link">
          {formatMoment(locale, run.startedAt, PLOT_TIME_ZONE)}
        </Link>
      ),
    },
    { key: 'state', header: t('column.state'), cell: (run) => <StateOf run={run} /> },
    count('due'),
    count('done'),
    count('failed'),
    count('open'),
    count('refused'),
    {
      key: 'seconds',
      header: t('column.seconds'),
      align: 'end',
      cell: (run) => (run.seconds === null ? '–' : t('seconds', { seconds: run.seconds })),
    },
  ]
}

function StateOf({ run }: { run: Run }) {
  return (
    <div className="flex min-w-32 flex-col gap-1">
      <RunStateMark run={run} />
      {run.state === 'running' && <RunProgress run={run} />}
    </div>
  )
}
