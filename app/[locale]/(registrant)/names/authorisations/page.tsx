import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthorisationTable } from '@/components/authorisations/authorisation-table'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { grantedView } from '@/lib/domains/authorise/authorisation.query'
import { cursorOf } from '@/lib/kernel/page'
import { requireActor } from '@/lib/web/session'
import { withdraw } from '../../authorisations/actions'

const PATH = '/names/authorisations'

interface Props {
  searchParams: Promise<{ after?: string; before?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authorisations.list'))('title') }
}

/** Whom one has authorised to renew, for which names and until when (R-VN-06). */
export default async function AuthorisationsPage({ searchParams }: Props) {
  const actor = await requireActor(PATH)
  const query = await searchParams
  const cursor = cursorOf(query)
  const [t, names, page] = await Promise.all([
    getTranslations('authorisations.list'),
    getTranslations('names.list'),
    grantedView(actor, cursor),
  ])
  const choose = <ButtonLink href="/names">{t('choose')}</ButtonLink>
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: names('title'), href: '/names' }, { label: t('title') }]}
        lead={t('lead')}
        actions={page.items.length > 0 && choose}
      />
      <div className="flex flex-col gap-6">
        {query.done === 'granted' && <Callout kind="done" live title={t('granted')} why={t('grantedWhy')} />}
        {page.items.length === 0 && (
          <EmptyState title={t('empty.title')} action={choose}>
            {t('empty.text')}
          </EmptyState>
        )}
        <AuthorisationTable
          rows={page.items}
          caption={t('title')}
          withdraw={(authorisationId) => withdraw.bind(null, { authorisationId, back: PATH })}
        />
      </div>
      <KeysetPager
        first={cursor && PATH}
        previous={page.previous ? `${PATH}?before=${page.previous}` : undefined}
        next={page.next ? `${PATH}?after=${page.next}` : undefined}
      />
    </PageFrame>
  )
}
