import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { TakeNext } from '@/components/dossiers/take-next'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { type QueueRow, queueView } from '@/lib/dossiers/review/desk.query'
import { formatMoment } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { requireStaff } from '@/lib/web/session'
import { queueColumns } from './queue-columns'
import { takeNextAction } from './actions'

const ZONE = 'Asia/Ho_Chi_Minh'

interface DeskProps {
  searchParams: Promise<{ after?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/** The desk's queue, in the strict order of filing (R-NS-05). */
export default async function DeskPage({ searchParams }: DeskProps) {
  const actor = await requireStaff('AGENT', '/desk')
  const { after, done } = await searchParams
  const [t, locale, view] = await Promise.all([
    getTranslations('desk'),
    getLocale(),
    queueView(actor.userId, after),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead', { count: view.waiting })}
        actions={
          <ButtonLink href="/desk/orders" weight="secondary">
            {t('orders.title')}
          </ButtonLink>
        }
      />
      {done && ['accepted', 'asked', 'refused'].includes(done) && (
        <div className="mb-6">
          <Callout kind="done" live title={t(`done.${done as 'accepted'}`)} />
        </div>
      )}
      <Next mine={view.mine} />
      <DataTable<QueueRow>
        caption={t('queue')}
        density="dense"
        rows={view.rows}
        rowKey={(row) => row.id}
        columns={queueColumns(t, (at) => formatMoment(locale as Locale, at, ZONE))}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
      <KeysetPager
        {...(view.next && { next: `/desk?after=${view.next}` })}
        {...(after && { previous: '/desk' })}
      />
    </PageFrame>
  )
}

/** The dossier in hand, or the button that takes the next one. */
async function Next({ mine }: { mine: string | null }) {
  const t = await getTranslations('desk')
  return (
    <div className="mb-6">
      {mine ? (
        <ButtonLink href={`/desk/${mine}`}>{t('resume')}</ButtonLink>
      ) : (
        <TakeNext action={takeNextAction} label={t('take')} pending={t('taking')} />
      )}
    </div>
  )
}
