import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DoneNotice } from '@/components/account/done-notice'
import { queryText } from '@/components/search/query-text'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { profileView } from '@/lib/people/profile.query'
import { currentSession, requireActor } from '@/lib/web/session'
import { AddressPanel, FactorPanel, NamePanel, NoticesPanel, PasswordPanel } from './panels'
import { SessionList } from './session-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('profile.title') }
}

/** The user's own name, language, mail address, password and sessions. */
export default async function ProfilePage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>
}) {
  const actor = await requireActor('/profile')
  const sessionId = (await currentSession())?.sessionId ?? ''
  const [t, view, query] = await Promise.all([
    getTranslations('account.profile'),
    profileView(actor.userId, sessionId),
    searchParams,
  ])
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        <DoneNotice done={queryText(query.done)} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="flex flex-col gap-6">
            <NamePanel view={view} />
            <FactorPanel view={view} />
            <NoticesPanel view={view} />
          </div>
          <div className="flex flex-col gap-6">
            <AddressPanel view={view} />
            <PasswordPanel />
          </div>
        </div>
        <SessionList sessions={view.sessions} />
      </div>
    </PageFrame>
  )
}
