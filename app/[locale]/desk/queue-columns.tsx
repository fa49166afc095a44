import type { getTranslations } from 'next-intl/server'
import type { Column } from '@/components/ui/data-table'
import { StateMark } from '@/components/ui/state-mark'
import type { QueueRow } from '@/lib/dossiers/review/desk.query'
import { Link } from '@/lib/i18n/link'

type Texts = Awaited<ReturnType<typeof getTranslations<'desk'>>>

/** The columns of the queue. */
export function queueColumns(t: Texts, moment: (at: Date) => string): Column<QueueRow>[] {
  return [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => (
        <Link href={`/desk/${row.id}`} className="text-link">
          {row.nameUnicode}
        </Link>
      ),
    },
    { key: 'number', header: t('column.number'), nowrap: true, cell: (row) => row.number },
    { key: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.applicantKind ?? 'INDIVIDUAL'}`) },
    {
      key: 'filed',
      header: t('column.filed'),
      nowrap: true,
      cell: (row) => row.filedAt && moment(row.filedAt),
    },
    {
      key: 'paid',
      header: t('column.paid'),
      cell: (row) => (row.paidAt ? <StateMark tone="done" word={t('paid')} /> : t('unpaid')),
    },
    { key: 'state', header: t('column.state'), cell: (row) => stateOf(row, t, moment) },
  ]
}

function stateOf(row: QueueRow, t: Texts, moment: (at: Date) => string) {
  if (row.isMine) return <StateMark tone="action" word={t('state.mine')} />
  if (row.review) {
    const { agent, since } = row.review
    return (
      <div className="flex flex-col">
        <StateMark tone="plain" mark="half" word={t('state.taken')} />
        <span className="text-ink-soft">{t('hasIt', { agent, since: moment(since) })}</span>
      </div>
    )
  }
  return <StateMark tone="plain" word={row.isOwn ? t('state.own') : t('state.waiting')} />
}
