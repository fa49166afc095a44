import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RecordTable } from '@/components/inbox/record-table'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { nameView } from '@/lib/domains/manage/name.query'
import type { Locale } from '@/lib/i18n/locale'
import { cursorOf } from '@/lib/kernel/page'
import { sentRecord } from '@/lib/notices/inbox/record.query'
import { requireActor } from '@/lib/web/session'

interface Props {
  params: Promise<{ name: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) }
}

/** What was sent about a name, where and when, to be printed (R-NS-17). */
export default async function NoticesPage({ params, searchParams }: Props) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}/notices`)
  const locale = (await getLocale()) as Locale
  const [t, list, view] = await Promise.all([
    getTranslations('inbox'),
    getTranslations('names.list'),
    nameView(actor.userId, name),
  ])
  if (!view) return <NotOnFile />
  const cursor = cursorOf(await searchParams)
  const page = await sentRecord(actor.userId, view, { locale, cursor })
  return (
    <PageFrame>
      <PageHeader
        title={t('recordTitle', { name: view.nameUnicode })}
        lead={t('recordLead')}
        crumbs={[
          { label: list('title'), href: '/names' },
          { label: view.nameUnicode, href: `/names/${view.nameAscii}` },
          { label: t('openRecord') },
        ]}
      />
      <p className="mb-4">{t('keep')}</p>
      <RecordTable
        page={page}
        zone={view.timeZone}
        path={`/names/${view.nameAscii}/notices`}
        isFurther={cursor !== undefined}
      />
    </PageFrame>
  )
}
