import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExceptionCountList } from '@/components/operations/exception-count-list'
import { RunsSummary } from '@/components/operations/runs-summary'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { Instant } from '@/components/ui/instant'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { instantText } from '@/lib/i18n/format'
import { overviewView } from '@/lib/operations/overview.query'
import { requireStaff } from '@/lib/web/session'

const ZONE = 'Asia/Ho_Chi_Minh'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('home.title') }
}

/** The operator's landing page: what waits for somebody, the runs of the sweep, and the clock. */
export default async function OperatorPage() {
  await requireStaff('OPERATOR', '/operator')
  const [t, locale, view] = await Promise.all([getTranslations('operator'), getLocale(), overviewView()])
  return (
    <PageFrame>
      <PageHeader title={t('home.title')} lead={t('home.lead')} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title={t('exceptions.title')}>
          <ExceptionCountList counts={view.counts} />
        </Panel>
        <Panel title={t('runs.title')}>
          <RunsSummary run={view.run} waitingOrders={view.waitingOrders} />
        </Panel>
        <Panel title={t('clock.title')}>
          <div className="flex flex-col items-start gap-4">
            <Instant at={instantText(locale, view.now, { zone: ZONE, precision: 'hour' })} />
            <ButtonLink href="/operator/clock" weight="secondary">
              {t(view.isMovable ? 'home.moveClock' : 'home.seeDue')}
            </ButtonLink>
          </div>
        </Panel>
      </div>
    </PageFrame>
  )
}
