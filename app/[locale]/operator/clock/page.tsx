import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/dossiers/action-form'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { formatMoment } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { legalDay } from '@/lib/kernel/days'
import { type ClockView, clockView } from '@/lib/operations/clock.query'
import { requireStaff } from '@/lib/web/session'
import { moveClockAction } from './actions'

const ZONE = 'Asia/Ho_Chi_Minh'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('clock.title') }
}

/** The business clock: where it stands, what falls due, and (in demonstration mode) moving it forward. */
export default async function ClockPage() {
  await requireStaff('OPERATOR', '/operator/clock')
  const [t, locale, view] = await Promise.all([getTranslations('operator'), getLocale(), clockView()])
  const moment = (at: Date) => formatMoment(locale as Locale, at, ZONE)
  const moving = view.moves.find((move) => !move.finishedAt)
  return (
    <PageFrame>
      <PageHeader title={t('clock.title')} lead={t('clock.lead', { now: moment(view.now) })} />
      {moving && (
        <div className="mb-6">
          <Callout kind="info" live title={t('clock.moving', { target: moment(moving.target) })}>
            <a href="" className="text-link">
              {t('clock.lookAgain')}
            </a>
          </Callout>
        </div>
      )}
      <div className="flex flex-col gap-8">
        {view.isMovable && <MovePanel day={legalDay(view.now, ZONE)} />}
        <DueTable view={view} moment={moment} />
        <MovesTable view={view} moment={moment} />
      </div>
    </PageFrame>
  )
}

async function MovePanel({ day }: { day: string }) {
  const t = await getTranslations('operator')
  return (
    <Panel title={t('clock.move')}>
      <ActionForm action={moveClockAction} hidden={{}} className="flex flex-col gap-4">
        <TextInput
          name="target"
          type="datetime-local"
          label={t('clock.target')}
          hint={t('clock.hint')}
          min={`${day}T00:00`}
          required
        />
        <div>
          <SubmitButton pendingText={t('clock.pending')}>{t('clock.submit')}</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  )
}

async function DueTable({ view, moment }: { view: ClockView; moment: (at: Date) => string }) {
  const t = await getTranslations('operator')
  return (
    <DataTable
      caption={t('clock.due')}
      density="dense"
      rows={view.due}
      rowKey={(row) => `${row.what} ${row.nameUnicode} ${row.at.toISOString()}`}
      columns={[
        { key: 'at', header: t('clock.at'), nowrap: true, cell: (row) => moment(row.at) },
        { key: 'name', header: t('clock.name'), rowHeader: true, cell: (row) => row.nameUnicode ?? '–' },
        { key: 'what', header: t('clock.what'), cell: (row) => t(`clock.kind.${row.what}`) },
      ]}
      empty={<EmptyState title={t('clock.nothing')} />}
    />
  )
}

async function MovesTable({ view, moment }: { view: ClockView; moment: (at: Date) => string }) {
  const t = await getTranslations('operator')
  if (view.moves.length === 0) return null
  return (
    <DataTable
      caption={t('clock.moves')}
      density="dense"
      rows={view.moves}
      rowKey={(row) => row.id}
      columns={[
        { key: 'target', header: t('clock.target'), rowHeader: true, cell: (row) => moment(row.target) },
        {
          key: 'state',
          header: t('clock.state'),
          cell: (row) =>
            row.finishedAt ? (
              <StateMark tone={row.problem ? 'urgent' : 'done'} word={row.problem ?? t('clock.reached')} />
            ) : (
              <StateMark tone="action" word={t('clock.running')} />
            ),
        },
      ]}
      empty={null}
    />
  )
}
