import { getLocale, getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { deviceOf } from '@/components/account/device'
import { EndSession } from '@/components/account/end-session'
import { formTexts } from '@/components/account/form-texts'
import { DataTable } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import { Instant } from '@/components/ui/instant'
import { formatMoment, instantText } from '@/lib/i18n/format'
import type { SessionRow } from '@/lib/people/profile.query'
import { endSessionAction, everywhereAction } from './actions'

/** Which time zone a reader lives in is not known: sessions are told in the registrar's, by name. */
const ZONE = 'Asia/Ho_Chi_Minh'

/** Where the user is signed in, with a way to end each session and all of them. */
export async function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const [t, locale, texts] = await Promise.all([
    getTranslations('account.sessions'),
    getLocale(),
    formTexts('sessions'),
  ])
  const moment = (at: Date) => <Instant at={instantText(locale, at, { zone: ZONE, precision: 'hour' })} />
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'device', header: t('device'), rowHeader: true, cell: (row) => <Device row={row} /> },
          { key: 'since', header: t('since'), cell: (row) => moment(row.createdAt) },
          { key: 'until', header: t('until'), cell: (row) => moment(row.expires) },
          {
            key: 'end',
            header: t('end'),
            headerHidden: true,
            align: 'end',
            cell: (row) => <End row={row} />,
          },
        ]}
        empty={null}
      />
      <div className="mt-6">
        <AccountForm id="everywhere" action={everywhereAction} texts={texts} weight="danger" fields={[]}>
          <p>{t('everywhere')}</p>
        </AccountForm>
      </div>
    </Panel>
  )
}

async function Device({ row }: { row: SessionRow }) {
  const t = await getTranslations('account.sessions')
  return (
    <span className="flex flex-wrap gap-x-3">
      {deviceOf(row.userAgent) ?? t('unknown')}
      {row.current && <StateMark tone="action" word={t('current')} />}
    </span>
  )
}

async function End({ row }: { row: SessionRow }) {
  const [t, locale, texts] = await Promise.all([
    getTranslations('account.sessions'),
    getLocale(),
    formTexts('sessions'),
  ])
  const about = `${deviceOf(row.userAgent) ?? t('unknown')}, ${formatMoment(locale, row.createdAt, ZONE)}`
  return (
    <EndSession
      action={endSessionAction}
      sessionId={row.id}
      texts={{ submit: t('end'), pending: texts.pending, about }}
    />
  )
}
