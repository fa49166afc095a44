import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/i18n/format'
import type { RuleId } from '@/lib/kernel/result'
import type { AfterExpiryKind, AfterExpiryPhase } from '@/lib/policy/after-expiry.rule'
import type { ExtensionTerms } from '@/lib/policy/extension.query'
import { DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { ParamWhy } from './rule-why'

/** The rule that asks for a phase, where its length is only assumed. */
const ASKED_BY: Readonly<Record<AfterExpiryKind, RuleId>> = {
  grace: 'R-HO-07',
  redemption: 'R-HO-10',
  reclaim: 'R-VN-05',
  'pending-delete': 'R-HO-10',
}

/** What follows an expiry, a phase on a line, each with its rule. Server only. */
export function AfterExpiryInShort({
  phases,
  policyId,
}: {
  phases: readonly AfterExpiryPhase[]
  policyId: string
}) {
  const names = useTranslations('policy.afterExpiry')
  const days = usePhaseDays()
  return (
    <ul className="flex flex-col gap-1">
      {phases.map((phase) => (
        <li key={phase.kind}>
          <span className="me-1">
            {names(phase.kind)}: {days(phase)}
          </span>
          <ParamWhy
            parameter={phase.days}
            asks={ASKED_BY[phase.kind]}
            about={names(phase.kind)}
            policyId={policyId}
          />
        </li>
      ))}
    </ul>
  )
}

type Extension = Pick<ExtensionTerms, 'phases' | 'fees' | 'policyId'>

/** The same as a table: how long each phase lasts, and what a renewal in it costs besides. Server only. */
export function PhaseTable({ extension }: { extension: Extension }) {
  const t = useTranslations('search.phaseTable')
  const names = useTranslations('policy.afterExpiry')
  const days = usePhaseDays()
  const { phases, policyId } = extension
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={phases}
      rowKey={(phase) => phase.kind}
      empty={<EmptyState title={t('none')} />}
      columns={[
        { key: 'phase', header: t('phase'), rowHeader: true, cell: (phase) => names(phase.kind) },
        {
          key: 'lasts',
          header: t('lasts'),
          cell: (phase) => (
            <span className="inline-flex flex-wrap items-baseline gap-x-3">
              {days(phase)}
              <ParamWhy
                parameter={phase.days}
                asks={ASKED_BY[phase.kind]}
                about={names(phase.kind)}
                policyId={policyId}
              />
            </span>
          ),
        },
        {
          key: 'renewal',
          header: t('renewal'),
          cell: (phase) => <RenewalIn phase={phase} extension={extension} />,
        },
      ]}
    />
  )
}

/** Whether a name can be renewed in a phase, and for which fee besides. */
function RenewalIn({ phase, extension }: { phase: AfterExpiryPhase; extension: Extension }) {
  const t = useTranslations('search.phaseTable')
  const locale = useLocale()
  if (!phase.renewable) return t('notRenewable')
  const fee = phase.surcharge && extension.fees?.[phase.surcharge]
  if (!fee) return t('listPrice')
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      {t(phase.surcharge === 'redemption' ? 'withRedemption' : 'withReactivation', {
        fee: formatMoney(locale, fee.amount),
      })}
      <ParamWhy parameter={fee} asks={fee.rule} about={t('renewal')} policyId={extension.policyId} />
    </span>
  )
}

/** How long a phase lasts, in words. */
export function usePhaseDays(): (phase: AfterExpiryPhase) => string {
  const t = useTranslations('policy.afterExpiryDays')
  return ({ kind, days: { value: days }, from }) => {
    if (kind === 'reclaim') return t('within', { days })
    return t(from === 'phase before' ? 'after' : from, { days })
  }
}
