import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NameTable } from '@/components/names/name-table'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { nameListView } from '@/lib/domains/manage/name.query'
import { businessNow } from '@/lib/platform/business-clock'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<{ after?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.list'))('title') }
}

/** The names of the signed-in user. */
export default async function NamesPage({ searchParams }: Props) {
  const actor = await requireActor('/names')
  const { after } = await searchParams
  const [t, page, now] = await Promise.all([
    getTranslations('names.list'),
    nameListView(actor.userId, typeof after === 'string' ? after : undefined),
    businessNow(),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href="/">{t('search')}</ButtonLink>}
      />
      <NameTable rows={page.items} now={now} />
      <KeysetPager next={page.next ? `/names?after=${page.next}` : undefined} />
    </PageFrame>
  )
}
