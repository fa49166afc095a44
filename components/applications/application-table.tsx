import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ApplicationRow } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'
import { zoneOfName } from '@/lib/web/policy-of'
import { DossierStatusMark } from './status-mark'
import { DueBy, When } from './when'

/** One's applications with what each of them waits for. Server only. */
export function ApplicationTable({ rows, now }: { rows: readonly ApplicationRow[]; now: Date }) {
  const t = useTranslations('apply.list')
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('empty.title')} action={<ButtonLink href="/">{t('search')}</ButtonLink>}>
          {t('empty.text')}
        </EmptyState>
      }
      columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (row) => <NameLink row={row} /> },
        { key: 'state', header: t('state'), cell: (row) => <DossierStatusMark status={row.status} /> },
        { key: 'filed', header: t('filed'), cell: (row) => <Filed row={row} /> },
        { key: 'next', header: t('next'), cell: (row) => <NextAct row={row} now={now} /> },
      ]}
    />
  )
}

function NameLink({ row }: { row: ApplicationRow }) {
  return (
    <>
      <Link href={`/applications/${row.id}`} className="text-link wrap-anywhere">
        {row.nameUnicode}
      </Link>
      {row.number && <span className="block text-sm font-normal text-ink-soft">{row.number}</span>}
    </>
  )
}

function Filed({ row }: { row: ApplicationRow }) {
  const t = useTranslations('apply.list')
  if (!row.filedAt) return <span className="text-ink-soft">{t('notFiled')}</span>
  return <When at={row.filedAt} zone={zoneOfName(row.nameAscii)} />
}

/** What is expected of the applicant, with its date. */
function NextAct({ row, now }: { row: ApplicationRow; now: Date }) {
  const t = useTranslations('apply.next')
  const isDue = row.dueAt && (row.status === 'ACTION_NEEDED' || row.status === 'ACCEPTED')
  const key = row.paidAt && ['FILED', 'IN_REVIEW', 'ACCEPTED'].includes(row.status) ? 'paid' : row.status
  return (
    <div>
      {t(key)}
      {isDue && row.dueAt && (
        <div className="text-near">
          <DueBy at={row.dueAt} zone={zoneOfName(row.nameAscii)} now={now} />
        </div>
      )}
    </div>
  )
}
