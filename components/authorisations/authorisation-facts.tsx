import { useLocale, useTranslations } from 'next-intl'
import type { AuthorisationView } from '@/lib/domains/authorise/authorisation.query'
import { formatLegalDay } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { When } from '../applications/when'
import { BOOKS_ZONE } from '../billing/books-zone'
import { type Described, DescriptionList } from '../ui/description-list'
import { Panel } from '../ui/panel'

/** What was granted, to whom, from when until when, and what came of it. Server only. */
export function AuthorisationFacts({ view }: { view: AuthorisationView }) {
  const t = useTranslations('authorisations.one')
  const locale = useLocale()
  const moment = (key: string, at: Date | null): Described[] =>
    at ? [{ term: t(key), value: <When at={at} zone={BOOKS_ZONE} exact /> }] : []
  const items: Described[] = [
    { term: t('grantor'), value: view.grantor },
    {
      term: t('contact'),
      value: <span className="wrap-anywhere">{`${view.contactName}, ${view.email}`}</span>,
    },
    { term: t('from'), value: formatLegalDay(locale, view.fromDay) },
    { term: t('until'), value: formatLegalDay(locale, view.untilDay) },
    ...(view.part === 'grantor' ? [{ term: t('paper'), value: <Paper id={view.documentId} /> }] : []),
    ...moment('grantedAt', view.grantedAt),
    ...moment('acceptedAt', view.acceptedAt),
    ...moment(view.wasWithdrawn ? 'withdrawnAt' : 'givenUpAt', view.withdrawnAt),
  ]
  return (
    <Panel title={t('facts')}>
      <DescriptionList items={items} />
    </Panel>
  )
}

function Paper({ id }: { id: string }) {
  const t = useTranslations('authorisations.one')
  return (
    <a href={`/api/documents/${id}`} className="text-link">
      {t('seePaper')}
    </a>
  )
}

/** The names it is for; a contact who may renew goes to each from here. Server only. */
export function AuthorisedNames({ view }: { view: AuthorisationView }) {
  const t = useTranslations('authorisations.one')
  const isRenewable = view.part === 'contact' && view.state === 'accepted'
  const path = (nameAscii: string) => `/names/${nameAscii}${view.part === 'contact' ? '/renew' : ''}`
  const isLinked = isRenewable || view.part === 'grantor'
  return (
    <Panel title={t('names', { count: view.names.length })}>
      <ul className="columns-1 gap-6 sm:columns-2">
        {view.names.map(({ id, nameAscii, nameUnicode }) => (
          <li key={id} className="py-0.5 wrap-anywhere">
            {isLinked ? (
              <Link href={path(nameAscii)} className="text-link">
                {nameUnicode}
              </Link>
            ) : (
              nameUnicode
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
