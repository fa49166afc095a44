import { useLocale, useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { Amount } from '@/components/ui/amount'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { CreditView, Movement } from '@/lib/billing/refund/credit.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { money } from '@/lib/kernel/money'
import { BOOKS_ZONE } from './books-zone'

/** Free credit in each currency, and what of it pays nothing by itself. Server only. */
export function Balances({ balances, kept }: Pick<CreditView, 'balances' | 'kept'>) {
  const t = useTranslations('names.credit')
  const locale = useLocale()
  const shown = balances.length > 0 ? balances : [money(0, 'VND')]
  return (
    <Panel title={t('balance')}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {shown.map((balance) => (
          <li key={balance.currency} className="text-xl font-semibold">
            {formatMoney(locale, balance)}
          </li>
        ))}
      </ul>
      {kept.map((amount) => (
        <p key={amount.currency} className="mt-3 max-w-text text-ink-soft">
          {t('kept', { amount: formatMoney(locale, amount) })}
        </p>
      ))}
    </Panel>
  )
}

/** What changed the credit. Server only. */
export function Movements({ movements }: Pick<CreditView, 'movements'>) {
  const t = useTranslations('names.credit')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('movements')}
      captionHidden
      rows={movements}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      columns={[
        { key: 'what', header: t('what'), rowHeader: true, cell: (row) => <MovementName row={row} /> },
        { key: 'at', header: t('at'), cell: (row) => <When at={row.at} zone={BOOKS_ZONE} exact /> },
        {
          key: 'amount',
          header: t('amount'),
          align: 'end',
          cell: (row) => <Amount text={formatMoney(locale, row.amount)} />,
        },
      ]}
    />
  )
}

function MovementName({ row }: { row: Movement }) {
  const t = useTranslations('billing.movement-kinds')
  const text = t(row.kind, { number: row.invoiceNumber ?? '' })
  if (!row.invoiceNumber) return <span className="font-normal">{text}</span>
  return (
    <Link href={`/invoices/${row.subjectId}`} className="font-normal text-link">
      {text}
    </Link>
  )
}

const TONES: Readonly<Record<CreditView['payouts'][number]['status'], Tone>> = {
  REQUESTED: 'action',
  SENT: 'action',
  DONE: 'done',
  REFUSED: 'urgent',
}

/** The latest payouts. Server only. */
export function Payouts({ payouts }: Pick<CreditView, 'payouts'>) {
  const t = useTranslations('names.credit')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('payouts')}
      captionHidden
      rows={payouts}
      rowKey={(row) => row.id}
      empty={null}
      columns={[
        {
          key: 'at',
          header: t('requestedAt'),
          rowHeader: true,
          cell: (row) => <When at={row.requestedAt} zone={BOOKS_ZONE} exact />,
        },
        { key: 'state', header: t('state'), cell: (row) => <PayoutState row={row} /> },
        {
          key: 'amount',
          header: t('amount'),
          align: 'end',
          cell: (row) => <Amount text={formatMoney(locale, row.amount)} />,
        },
      ]}
    />
  )
}

function PayoutState({ row }: { row: CreditView['payouts'][number] }) {
  const t = useTranslations('billing')
  return (
    <div>
      <StateMark word={t(`payout-status.${row.status.toLowerCase()}`)} tone={TONES[row.status]} />
      {row.problem && t.has(`payout-problems.${row.problem}`) && (
        <div className="text-sm text-ink-soft">{t(`payout-problems.${row.problem}`)}</div>
      )}
    </div>
  )
}
