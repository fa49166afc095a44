import { useLocale, useTranslations } from 'next-intl'
import type { AuthorisationRow } from '@/lib/domains/authorise/authorisation.query'
import { formatLegalDay } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { FormAction } from '@/lib/web/form-state'
import { type Column, DataTable } from '../ui/data-table'
import { AuthorisationState } from './authorisation-state'
import { WithdrawForm } from './withdraw-form'

/** So many names stand in a row; the others are on its own page. */
const SHOWN = 3

interface AuthorisationTableProps {
  rows: readonly AuthorisationRow[]
  caption: string
  /** Dense within the panel of a name. */
  density?: 'dense' | 'airy'
  withdraw: (authorisationId: string) => FormAction
}

/** Who may renew which names until when, and the way to take it back. Server only. */
export function AuthorisationTable({ rows, caption, density, withdraw }: AuthorisationTableProps) {
  const t = useTranslations('authorisations.list')
  const locale = useLocale()
  const columns: Column<AuthorisationRow>[] = [
    { key: 'contact', header: t('contact'), rowHeader: true, cell: (row) => <Contact row={row} /> },
    { key: 'names', header: t('names'), cell: ({ names }) => <Names names={names} /> },
    { key: 'until', header: t('until'), cell: ({ untilDay }) => formatLegalDay(locale, untilDay) },
    { key: 'state', header: t('state'), cell: ({ state }) => <AuthorisationState state={state} /> },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      cell: (row) => (
        <WithdrawForm
          state={row.state}
          action={withdraw(row.id)}
          size="dense"
          label={t('withdrawOne', { contact: row.contactName })}
        />
      ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      density={density}
      cards={density !== 'dense'}
      empty={null}
      columns={columns}
    />
  )
}

function Contact({ row: { id, contactName, email } }: { row: AuthorisationRow }) {
  return (
    <>
      <Link href={`/authorisations/${id}`} className="text-link wrap-anywhere">
        {contactName}
      </Link>
      <span className="block text-sm font-normal text-ink-soft wrap-anywhere">{email}</span>
    </>
  )
}

function Names({ names }: Pick<AuthorisationRow, 'names'>) {
  const t = useTranslations('authorisations.list')
  const more = names.length - SHOWN
  return (
    <ul>
      {names.slice(0, SHOWN).map(({ id, nameUnicode }) => (
        <li key={id} className="wrap-anywhere">
          {nameUnicode}
        </li>
      ))}
      {more > 0 && <li className="text-ink-soft">{t('more', { count: more })}</li>}
    </ul>
  )
}
