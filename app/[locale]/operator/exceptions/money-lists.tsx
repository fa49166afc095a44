import { getLocale, getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { ActButton } from '@/components/operations/act-button'
import { ExceptionTable } from '@/components/operations/exception-table'
import { Amount } from '@/components/ui/amount'
import { Disclosure } from '@/components/ui/disclosure'
import { Instant } from '@/components/ui/instant'
import { StateMark } from '@/components/ui/state-mark'
import { formatMoney, instantText } from '@/lib/i18n/format'
import { cursorOf } from '@/lib/kernel/page'
import {
  blockedInvoices,
  MONEY_FILTERS,
  type StrayMoney,
  strayMoney,
} from '@/lib/operations/exceptions/money.query'
import { attributeAction, returnAction, settleAgainAction } from './actions'

const ZONE = 'Asia/Ho_Chi_Minh'

interface ListProps {
  query: Readonly<Record<string, string | string[] | undefined>>
}

/** Money without a known origin (R-NS-31): attributed to an invoice, or returned. */
export async function MoneyList({ query }: ListProps) {
  const state = MONEY_FILTERS.find((entry) => entry === query.state) ?? 'open'
  const cursor = cursorOf(query)
  const [t, locale, page] = await Promise.all([
    getTranslations('operator.exceptions'),
    getLocale(),
    strayMoney(state, cursor),
  ])
  return (
    <ExceptionTable
      list="money"
      page={page}
      states={MONEY_FILTERS}
      state={state}
      isFurther={cursor !== undefined}
      columns={[
        {
          key: 'amount',
          header: t('column.amount'),
          rowHeader: true,
          cell: (row) => <Amount text={formatMoney(locale, row.amount)} />,
        },
        { key: 'received', header: t('column.received'), cell: (row) => moment(row.receivedAt) },
        { key: 'about', header: t('column.reference'), cell: (row) => <Reference row={row} /> },
        { key: 'state', header: t('column.state'), cell: (row) => <MoneyState row={row} /> },
        {
          key: 'act',
          header: t('column.act'),
          headerHidden: true,
          cell: (row) => (state === 'open' ? <Decide row={row} /> : row.reason),
        },
      ]}
    />
  )

  function moment(at: Date) {
    return <Instant at={instantText(locale, at, { zone: ZONE, precision: 'hour' })} />
  }
}

function Reference({ row }: { row: StrayMoney }) {
  return (
    <span translate="no" className="block wrap-anywhere">
      {row.reference}
      <span className="block text-ink-soft">
        {row.provider} · {row.paymentId}
      </span>
    </span>
  )
}

async function MoneyState({ row }: { row: StrayMoney }) {
  const [t, outcomes, locale] = await Promise.all([
    getTranslations('operator.exceptions'),
    getTranslations('billing.event-outcomes'),
    getLocale(),
  ])
  const tone = row.outcome === 'return-refused' ? 'urgent' : row.outcome === 'unattributed' ? 'near' : 'done'
  return (
    <div className="flex flex-col gap-1">
      <StateMark tone={row.outcome === 'returning' ? 'action' : tone} word={outcomes(row.outcome)} />
      {row.returnDueAt && (
        <div className="text-ink-soft">
          {t('returnsAt')}{' '}
          <Instant at={instantText(locale, row.returnDueAt, { zone: ZONE, precision: 'hour' })} />
        </div>
      )}
    </div>
  )
}

async function Decide({ row }: { row: StrayMoney }) {
  const [t, texts] = await Promise.all([getTranslations('operator.exceptions'), getTranslations('account')])
  const reason = { name: 'reason', label: t('form.reason'), hint: t('form.reasonHint'), maxLength: 500 }
  const words = { pending: texts('pending'), summary: texts('summary'), sentences: {} }
  const number = { name: 'number', label: t('form.number'), autoComplete: 'off', maxLength: 40 }
  return (
    <div className="flex flex-col gap-2 py-2">
      <Disclosure summary={t('form.attribute')}>
        <AccountForm
          id={`attribute-${row.id}`}
          action={attributeAction}
          hidden={{ eventId: row.id }}
          fields={[number, reason]}
          texts={{ ...words, submit: t('form.attributeSubmit') }}
        />
      </Disclosure>
      <Disclosure summary={t('form.return')}>
        <AccountForm
          id={`return-${row.id}`}
          action={returnAction}
          hidden={{ eventId: row.id }}
          fields={[reason]}
          texts={{ ...words, submit: t('form.returnSubmit') }}
          weight="secondary"
        />
      </Disclosure>
    </div>
  )
}

/** Invoices that credit covers and that what should follow keeps open. */
export async function InvoiceList({ query }: ListProps) {
  const cursor = cursorOf(query)
  const [t, refusals, locale, page] = await Promise.all([
    getTranslations('operator.exceptions'),
    getTranslations('refusals'),
    getLocale(),
    blockedInvoices(cursor),
  ])
  const why = (code: string) => (refusals.has(code) ? refusals(code, { status: 'other' }) : code)
  return (
    <ExceptionTable
      list="invoices"
      page={page}
      isFurther={cursor !== undefined}
      columns={[
        { key: 'number', header: t('column.number'), rowHeader: true, cell: (row) => row.number },
        {
          key: 'total',
          header: t('column.amount'),
          cell: (row) => <Amount text={formatMoney(locale, row.total)} />,
        },
        {
          key: 'tried',
          header: t('column.tried'),
          cell: (row) => <Instant at={instantText(locale, row.triedAt, { zone: ZONE, precision: 'hour' })} />,
        },
        { key: 'why', header: t('column.why'), cell: (row) => why(row.refusal) },
        {
          key: 'act',
          header: t('column.act'),
          headerHidden: true,
          cell: (row) => <SettleAgain id={row.id} number={row.number} />,
        },
      ]}
    />
  )
}

async function SettleAgain({ id, number }: { id: string; number: string }) {
  const t = await getTranslations('operator.exceptions.form')
  return (
    <ActButton
      action={settleAgainAction}
      hidden={{ invoiceId: id }}
      button={t('settleAgain')}
      pending={t('pending')}
      about={number}
    />
  )
}
