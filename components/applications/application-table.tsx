import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListAddress } from '@/components/ui/list-address'
import { RecordList } from '@/components/ui/record-list'
import type { ApplicationRow } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'
import type { Page } from '@/lib/kernel/page'
import { zoneOfName } from '@/lib/web/policy-of'
import { DOSSIER_STATES, DossierStatusMark } from './status-mark'
import { DueBy, When } from './when'

interface ApplicationTableProps {
  page: Page<ApplicationRow>
  address: ListAddress
  now: Date
}

/** One's applications with what each of them waits for. Server only. */
export function ApplicationTable({ page, address, now }: ApplicationTableProps) {
  const t = useTranslations('apply.list')
  const states = useTranslations('apply.status')
  return (
    <RecordList
      caption={t('title')}
      path="/applications"
      address={address}
      page={page}
      states={DOSSIER_STATES.map((state) => ({ value: state, label: states(state) }))}
      byName
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
