import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExtensionFilter } from '@/components/policy/extension-filter'
import { ExtensionTable } from '@/components/policy/extension-table'
import { queryText } from '@/components/search/query-text'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { businessNow } from '@/lib/platform/business-clock'
import { extensionRows } from '@/lib/policy/extension.query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('extensions.title') }
}

/** Every extension with its price and what it asks for. */
export default async function ExtensionsPage({
  searchParams,
}: {
  searchParams: Promise<{ filter?: string | string[] }>
}) {
  const filter = queryText((await searchParams).filter).slice(0, 80)
  const [t, now] = await Promise.all([getTranslations('search.extensions'), businessNow()])
  const rows = extensionRows(now, filter)
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ExtensionFilter value={filter} />
      <p role="status" className="my-4 text-sm text-ink-soft">
        {t('count', { count: rows.length })}
      </p>
      <ExtensionTable
        rows={rows}
        empty={
          <EmptyState
            title={t('none', { filter })}
            action={<ButtonLink href="/extensions">{t('all')}</ButtonLink>}
          >
            {t('noneHow')}
          </EmptyState>
        }
      />
    </PageFrame>
  )
}
