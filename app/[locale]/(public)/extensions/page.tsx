import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readWanted } from '@/components/policy/extension-address'
import { ExtensionFilter } from '@/components/policy/extension-filter'
import { ExtensionTable } from '@/components/policy/extension-table'
import { RuleWhy } from '@/components/policy/rule-why'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { businessNow } from '@/lib/platform/business-clock'
import { extensionLines, extensionRows, registriesServed } from '@/lib/policy/extension.query'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('extensions.title') }
}

/** Every extension with its price, its periods and what it asks for. */
export default async function ExtensionsPage({ searchParams }: Props) {
  const registries = registriesServed()
  const wanted = readWanted(await searchParams, registries)
  const [t, now] = await Promise.all([getTranslations('search.extensions'), businessNow()])
  const rows = extensionRows(now, wanted)
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ExtensionFilter wanted={wanted} registries={registries} />
      <p role="status" className="my-4 text-sm text-ink-soft">
        {t('count', { count: rows.length })}
      </p>
      <ExtensionTable
        lines={extensionLines(rows)}
        empty={
          <EmptyState title={t('none')} action={<ButtonLink href="/extensions">{t('all')}</ButtonLink>}>
            {t('noneHow')}
          </EmptyState>
        }
      />
      <div className="mt-6">
        <Callout
          kind="info"
          title={t('informational')}
          why={<RuleWhy rule="R-HO-12" about={t('informational')} />}
        />
      </div>
    </PageFrame>
  )
}
