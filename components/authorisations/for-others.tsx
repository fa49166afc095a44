import { useLocale, useTranslations } from 'next-intl'
import type { ForOtherRow, OfferRow } from '@/lib/domains/authorise/for-others.query'
import { formatLegalDay } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'
import type { Page } from '@/lib/kernel/page'
import { When } from '../applications/when'
import { buttonStyle } from '../ui/button-style'
import { type Column, DataTable } from '../ui/data-table'
import { KeysetPager } from '../ui/keyset-pager'
import { Panel } from '../ui/panel'

interface ForOthersProps {
  page: Page<ForOtherRow>
  /** Whether it is read on from its first page. */
  isFirst: boolean
  offers: readonly OfferRow[]
  now: Date
}

/** Names that the reader may renew for others, and what is offered to them; nothing for most people. Server only. */
export function ForOthers({ page, isFirst, offers, now }: ForOthersProps) {
  const t = useTranslations('authorisations.others')
  const isNone = page.items.length === 0 && isFirst
  if (isNone && offers.length === 0) return null
  return (
    <Panel title={t('title')} className="mt-8">
      <div className="flex flex-col gap-4">
        <p className="max-w-text text-ink-soft">{t('lead')}</p>
        <Offers offers={offers} />
        {!isNone && <Names page={page} isFirst={isFirst} now={now} />}
      </div>
    </Panel>
  )
}

function Offers({ offers }: { offers: readonly OfferRow[] }) {
  const t = useTranslations('authorisations.others')
  const locale = useLocale()
  if (offers.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {offers.map(({ id, registrant, untilDay, count }) => (
        <li key={id}>
          {t('offer', { registrant, count, until: formatLegalDay(locale, untilDay) })}{' '}
          <Link href={`/authorisations/${id}`} className="text-link">
            {t('seeOffer')}
            <span className="sr-only">: {registrant}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The names, each to renew by its own page or several together: a plain form, so it needs no script. */
function Names({ page, isFirst, now }: Omit<ForOthersProps, 'offers'>) {
  const t = useTranslations('authorisations.others')
  const choose = useTranslations('renewals.choose')
  const locale = useLocale()
  const columns: Column<ForOtherRow>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (row) => <NameCell row={row} /> },
    { key: 'registrant', header: t('registrant'), cell: ({ registrant }) => registrant },
    {
      key: 'expires',
      header: t('expires'),
      cell: ({ expiresAt, timeZone }) => expiresAt && <When at={expiresAt} zone={timeZone} now={now} />,
    },
    { key: 'until', header: t('until'), cell: (row) => <Until row={row} /> },
    { key: 'choose', header: choose('header'), cell: (row) => <Choose row={row} /> },
  ]
  return (
    <form action={localPath(locale, '/names/renew')}>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<p>{t('ended')}</p>}
        columns={columns}
      />
      <KeysetPager
        first={isFirst ? undefined : '/names'}
        next={page.next ? `/names?others=${page.next}` : undefined}
      />
      {page.items.some(({ barred }) => !barred) && (
        <button type="submit" className={buttonStyle('primary', 'airy', 'mt-4')}>
          {t('renewChosen')}
        </button>
      )}
    </form>
  )
}

function NameCell({ row: { nameAscii, nameUnicode, barred } }: { row: ForOtherRow }) {
  const refusals = useTranslations('refusals')
  if (barred) {
    return (
      <>
        <span className="wrap-anywhere">{nameUnicode}</span>
        <span className="block text-sm font-normal text-ink-soft">
          {refusals(barred, { name: nameUnicode })}
        </span>
      </>
    )
  }
  return (
    <Link href={`/names/${nameAscii}/renew`} className="text-link wrap-anywhere">
      {nameUnicode}
    </Link>
  )
}

function Until({ row: { authorisationId, untilDay } }: { row: ForOtherRow }) {
  const locale = useLocale()
  return (
    <Link href={`/authorisations/${authorisationId}`} className="text-link">
      {formatLegalDay(locale, untilDay)}
    </Link>
  )
}

function Choose({ row: { id, nameUnicode, barred } }: { row: ForOtherRow }) {
  const t = useTranslations('renewals.choose')
  if (barred) return null
  return (
    <input
      type="checkbox"
      name="id"
      value={id}
      aria-label={t('one', { name: nameUnicode })}
      className="size-5"
    />
  )
}
