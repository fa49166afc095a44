import { useTranslations } from 'next-intl'
import type { Run } from '@/lib/operations/runs/runs.query'
import { Link } from '@/lib/i18n/link'
import { Moment } from '../applications/when'
import { ButtonLink } from '../ui/button'
import { StateMark } from '../ui/state-mark'
import { RunProgress } from './run-progress'
import { RunStateMark } from './run-state'

const ZONE = 'Asia/Ho_Chi_Minh'

/** The latest run of the sweep, and the orders that wait for a second person or their slot. Server only. */
export function RunsSummary({ run, waitingOrders }: { run: Run | null; waitingOrders: number }) {
  const t = useTranslations('operator.runs')
  return (
    <div className="flex flex-col items-start gap-4">
      {run ? (
        <div className="flex w-full flex-col gap-2">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <Moment at={run.startedAt} zone={ZONE} />
            <RunStateMark run={run} />
          </div>
          <RunProgress run={run} />
        </div>
      ) : (
        <p className="text-ink-soft">{t('empty.title')}</p>
      )}
      <ButtonLink href="/operator/runs" weight="secondary">
        {t('see')}
      </ButtonLink>
      {waitingOrders > 0 && (
        <Link href="/desk/orders" className="text-link">
          <StateMark tone="near" word={t('orders', { count: waitingOrders })} />
        </Link>
      )}
    </div>
  )
}
