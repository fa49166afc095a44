import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExtensionGroupTable } from '@/components/policy/extension-groups'
import { NameLife } from '@/components/policy/name-life'
import { SearchField } from '@/components/search/search-field'
import { PageFrame } from '@/components/shell/page-frame'
import { startView } from '@/lib/dossiers/search/start.query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('start.pageTitle') }
}

/** The start: search a name, see prices and needs, and what follows an application. */
export default async function StartPage() {
  const [t, view] = await Promise.all([getTranslations('search'), startView()])
  return (
    <PageFrame>
      <section className="pb-10 sm:pt-8 sm:pb-14">
        <h1 className="mb-6 max-w-[20ch] text-xl font-semibold sm:text-2xl">{t('start.title')}</h1>
        <SearchField action="/search" purpose="search" large />
      </section>
      <section className="mb-14">
        <ExtensionGroupTable groups={view.groups} />
      </section>
      <section aria-labelledby="after" className="border-t-4 border-double border-ink pt-6">
        <h2 id="after" className="mb-4 text-lg font-semibold">
          {t('start.after')}
        </h2>
        <ol className="mb-10 grid gap-6 md:grid-cols-3">
          {(['file', 'check', 'allot'] as const).map((step) => (
            <li key={step} className="border-t-2 border-ink pt-2">
              {t(`next.${step}`)}
            </li>
          ))}
        </ol>
        <h3 className="mb-3 font-semibold">{t('life.title', { name: view.life.ascii })}</h3>
        <NameLife
          life={view.life}
          now={view.now}
          of={view.life.ascii}
          zone={view.zone}
          kinds={['allotment', 'renewal-invited', 'expires', 'last-day-to-renew', 'released']}
        />
      </section>
    </PageFrame>
  )
}
