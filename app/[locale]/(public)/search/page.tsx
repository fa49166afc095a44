import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { queryText } from '@/components/search/query-text'
import { SearchAnswer } from '@/components/search/search-answer'
import { SearchField } from '@/components/search/search-field'
import { PageFrame } from '@/components/shell/page-frame'
import { type Asker, searchView } from '@/lib/dossiers/search/search.query'
import type { Actor } from '@/lib/kernel/actor'
import { businessNow } from '@/lib/platform/business-clock'
import { refusalText } from '@/lib/web/refusal-text'
import { currentActor } from '@/lib/web/session'
import '@/lib/wiring'

interface SearchPageProps {
  searchParams: Promise<{ name?: string | string[] }>
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const t = await getTranslations('search')
  const name = queryText((await searchParams).name)
    .trim()
    .slice(0, 80)
  return { title: name ? t('result.pageTitle', { name }) : t('result.title'), robots: { index: false } }
}

/** Whether a name can be had, with all that is needed to decide; before any sign-up (R-HO-02). */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const typed = queryText((await searchParams).name)
  const actor = await currentActor()
  const now = await businessNow()
  const view = await searchView(typed, now, askerOf(actor))
  const refusal = refusalOf(view)
  return (
    <PageFrame>
      <div className="mb-8">
        <SearchField action="/search" purpose="search" value={typed} />
      </div>
      <SearchAnswer view={view} typed={typed} refusal={refusal && (await refusalText(refusal))} />
    </PageFrame>
  )
}

function askerOf(actor: Actor): Asker {
  if (actor.kind === 'visitor') return { address: actor.address }
  return actor.kind === 'user' ? { userId: actor.userId } : {}
}

function refusalOf(view: Awaited<ReturnType<typeof searchView>>) {
  if (view.kind === 'limited' || view.kind === 'refused') return view.refusal
  return view.kind === 'taken' ? view.answer.refusal : undefined
}
