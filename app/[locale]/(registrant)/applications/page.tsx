import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApplicationTable } from '@/components/applications/application-table'
import { DOSSIER_STATES } from '@/components/applications/status-mark'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { type ListQuery, readListAddress } from '@/components/ui/list-address'
import { PageHeader } from '@/components/ui/page-header'
import { applicationListView } from '@/lib/dossiers/application.query'
import { businessNow } from '@/lib/platform/business-clock'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<ListQuery>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.list'))('title') }
}

/** The applications of the signed-in user. */
export default async function ApplicationsPage({ searchParams }: Props) {
  const actor = await requireActor('/applications')
  const address = readListAddress(await searchParams, DOSSIER_STATES)
  const [t, page, now] = await Promise.all([
    getTranslations('apply.list'),
    applicationListView(actor.userId, { ...address, status: address.state }),
    businessNow(),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href="/">{t('search')}</ButtonLink>}
      />
      <ApplicationTable page={page} address={address} now={now} />
    </PageFrame>
  )
}
