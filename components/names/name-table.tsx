import { useTranslations } from 'next-intl'
import { zoneOfName } from '@/lib/web/policy-of'
import { When } from '@/components/applications/when'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListAddress } from '@/components/ui/list-address'
import { RecordList } from '@/components/ui/record-list'
import type { NameRow } from '@/lib/domains/manage/name.query'
import { Link } from '@/lib/i18n/link'
import type { Page } from '@/lib/kernel/page'
import { ChooseName, ChooseNames } from './choose-names'
import { NAME_STATES, NameStateMark } from './name-state'

interface NameTableProps {
  page: Page<NameRow>
  address: ListAddress
  now: Date
  /** Names chosen on this page of the list and on others. */
  chosen: ReadonlySet<string>
}

/** One's names with their expiry. Server only. */
export function NameTable({ page, address, now, chosen }: NameTableProps) {
  const choose = useTranslations('renewals.choose')
  const t = useTranslations('names.list')
  const states = useTranslations('names.state')
  return (
    <>
      <RecordList
        caption={t('title')}
        path="/names"
        address={address}
        page={page}
        states={NAME_STATES.map((state) => ({ value: state, label: states(state.toLowerCase()) }))}
        byName
        empty={
          <EmptyState title={t('empty.title')} action={<ButtonLink href="/">{t('search')}</ButtonLink>}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: t('name'), rowHeader: true, cell: (row) => <NameLink row={row} /> },
          { key: 'state', header: t('state'), cell: (row) => <NameStateMark name={row} now={now} /> },
          { key: 'expires', header: t('expires'), cell: (row) => <Expiry row={row} now={now} /> },
          {
            key: 'choose',
            header: choose('header'),
            cell: (row) => <ChooseName row={row} chosen={chosen} />,
          },
        ]}
      />
      <ChooseNames page={page} address={address} chosen={chosen} />
    </>
  )
}

function NameLink({ row }: { row: NameRow }) {
  return (
    <>
      <Link href={`/names/${row.nameAscii}`} className="text-link wrap-anywhere">
        {row.nameUnicode}
      </Link>
      {row.nameAscii !== row.nameUnicode && (
        <span className="block text-sm font-normal text-ink-soft wrap-anywhere">{row.nameAscii}</span>
      )}
    </>
  )
}

function Expiry({ row, now }: { row: NameRow; now: Date }) {
  const t = useTranslations('names.list')
  const zone = zoneOfName(row.nameAscii)
  if (row.expiresAt) return <When at={row.expiresAt} zone={zone} now={now} />
  return (
    <div className="text-ink-soft">
      <span className="me-2">{t('allotment')}</span>
      <When at={row.allotmentSlotAt} zone={zone} now={now} exact />
    </div>
  )
}
