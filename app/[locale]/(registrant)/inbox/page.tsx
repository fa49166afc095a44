import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/applications/act-form'
import { INBOX_STATES, MessageTable } from '@/components/inbox/message-table'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { type ListQuery, readListAddress } from '@/components/ui/list-address'
import { PageHeader } from '@/components/ui/page-header'
import type { Locale } from '@/lib/i18n/locale'
import { Link } from '@/lib/i18n/link'
import { inboxView, unreadCount } from '@/lib/notices/inbox/inbox.query'
import { bouncedView } from '@/lib/notices/inbox/record.query'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { markAllAction } from './actions'

interface Props {
  searchParams: Promise<ListQuery>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** What the portal has written to the signed-in user. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor('/inbox')
  const address = readListAddress(await searchParams, INBOX_STATES)
  const locale = (await getLocale()) as Locale
  const [t, page, unread, bounced] = await Promise.all([
    getTranslations('inbox'),
    inboxView(actor.userId, locale, { cursor: address.cursor, unread: address.state === 'new' }),
    unreadCount(actor.userId),
    bouncedView(actor.userId),
  ])
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        {bounced && <Bounced address={bounced.address} />}
        {unread > 0 && (
          <ActForm
            action={markAllAction}
            initial={EMPTY_FORM}
            button={t('markAll')}
            pending={t('marking')}
            weight="secondary"
          />
        )}
        <div>
          <MessageTable page={page} address={address} />
        </div>
      </div>
    </PageFrame>
  )
}

/** The address does not take mail: notices miss their reader (R-NS-17). */
async function Bounced({ address }: { address: string }) {
  const t = await getTranslations('inbox')
  return (
    <Callout
      kind="refusal"
      title={t('bounced', { address })}
      why={t('bouncedWhy')}
      next={
        <Link href="/profile" className="text-link">
          {t('profile')}
        </Link>
      }
    />
  )
}
