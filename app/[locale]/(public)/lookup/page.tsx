import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LookedUpName } from '@/components/search/looked-up-name'
import { NotRegisteredHere } from '@/components/search/not-registered-here'
import { queryText } from '@/components/search/query-text'
import { SearchField } from '@/components/search/search-field'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { lookUpName } from '@/lib/domains/lookup/lookup.query'
import { businessNow } from '@/lib/platform/business-clock'
import { zoneById } from '@/lib/policy/resolver'
import { refusalText } from '@/lib/web/refusal-text'
import { requestAddress } from '@/lib/web/session'

interface LookupPageProps {
  searchParams: Promise<{ name?: string | string[] }>
}

export async function generateMetadata({ searchParams }: LookupPageProps): Promise<Metadata> {
  const t = await getTranslations('search.lookup')
  const name = queryText((await searchParams).name)
    .trim()
    .slice(0, 80)
  return { title: name ? t('pageTitle', { name }) : t('title'), ...(name && { robots: { index: false } }) }
}

/** The public look-up of a registered name (R-VN-01). */
export default async function LookupPage({ searchParams }: LookupPageProps) {
  const typed = queryText((await searchParams).name).trim()
  const t = await getTranslations('search.lookup')
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="mb-8">
        <SearchField action="/lookup" purpose="lookup" value={typed} />
      </div>
      {typed && <Answer typed={typed} />}
    </PageFrame>
  )
}

async function Answer({ typed }: { typed: string }) {
  const [found, now] = await Promise.all([lookUpName(typed, await requestAddress()), businessNow()])
  if (found.ok) {
    return <LookedUpName found={found.value} timeZone={zoneById(found.value.zone).timeZone} now={now} />
  }
  if (found.refusal.code === 'not-found') return <NotRegisteredHere typed={typed} />
  const refusal = await refusalText(found.refusal)
  return (
    <NotRegisteredHere typed={typed} refusal={refusal} limited={found.refusal.code === 'too-many-tries'} />
  )
}
