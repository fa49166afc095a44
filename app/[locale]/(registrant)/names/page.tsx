import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForOthers } from '@/components/authorisations/for-others'
import { NameTable } from '@/components/names/name-table'
import { NAME_STATES } from '@/components/names/name-state'
import { readChosen } from '@/components/renewals/chosen-address'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { type ListQuery, readListAddress } from '@/components/ui/list-address'
import { PageHeader } from '@/components/ui/page-header'
import { forOthersView, offersView } from '@/lib/domains/authorise/for-others.query'
import { nameListView } from '@/lib/domains/manage/name.query'
import { cursorOf } from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<ListQuery>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.list'))('title') }
}

/** The names of the signed-in user, and those they may renew for others. */
export default async function NamesPage({ searchParams }: Props) {
  const actor = await requireActor('/names')
  const query = await searchParams
  const address = readListAddress(query, NAME_STATES)
  const othersCursor = cursorOf({ after: query.others })
  const [t, authorisations, page, others, offers, now] = await Promise.all([
    getTranslations('names.list'),
    getTranslations('authorisations.list'),
    nameListView(actor.userId, { ...address, status: address.state }),
    forOthersView(actor, othersCursor),
    offersView(actor),
    businessNow(),
  ])
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/">{t('search')}</ButtonLink>
            <ButtonLink href="/names/authorisations" weight="secondary">
              {authorisations('title')}
            </ButtonLink>
          </>
        }
      />
      <NameTable page={page} address={address} now={now} chosen={new Set(readChosen(query.id).keys())} />
      <ForOthers page={others} isFirst={!othersCursor} offers={offers} now={now} />
    </PageFrame>
  )
}
