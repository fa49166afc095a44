import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApplicationTable } from '@/components/applications/application-table'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { applicationListView } from '@/lib/dossiers/application.query'
import { businessNow } from '@/lib/platform/business-clock'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<{ after?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.list'))('title') }
}

/** The applications of the signed-in user. */
export default async function ApplicationsPage({ searchParams }: Props) {
  const actor = await requireActor('/applications')
  const { after } = await searchParams
  const [t, page, now] = await Promise.all([
    getTranslations('apply.list'),
    applicationListView(actor.userId, typeof after === 'string' ? after : undefined),
    businessNow(),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href="/">{t('search')}</ButtonLink>}
      />
      <ApplicationTable rows={page.items} now={now} />
      <KeysetPager next={page.next ? `/applications?after=${page.next}` : undefined} />
    </PageFrame>
  )
}
