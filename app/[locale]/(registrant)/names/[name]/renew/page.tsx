import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReturnNote } from '@/components/orders/name-orders-note'
import { AutoRenewPanel } from '@/components/renewals/auto-renew-panel'
import { PhaseNote } from '@/components/renewals/phase-note'
import { ForRegistrant } from '@/components/renewals/for-registrant'
import { RefusalCallout } from '@/components/renewals/refusal-callout'
import { LatestRenewals } from '@/components/renewals/renewal-panel'
import { YearsForm } from '@/components/renewals/years-form'
import { YearsTable } from '@/components/renewals/years-table'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { cardsView } from '@/lib/billing/charge/card.query'
import { ordersOfName } from '@/lib/domains/orders/order.query'
import { type RenewView, renewView } from '@/lib/domains/renew/renew-page.query'
import { renewalsOfName } from '@/lib/domains/renew/renewal.query'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { EMPTY_FORM } from '@/lib/web/form-state'
import { requireActor } from '@/lib/web/session'
import { changeAutoRenew, renewOne } from '../../../renewals/actions'

interface Props {
  params: Promise<{ name: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('renewals.one'))('title') }
}

/**
 * Renews one name: every number of years with its price and new expiry, and for its owner the renewing by itself. A
 * contact who is authorised sees what they asked for instead, and nothing else of the name (R-VN-06).
 */
export default async function RenewPage({ params }: Props) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}/renew`)
  const [t, names, view, cards] = await Promise.all([
    getTranslations('renewals.one'),
    getTranslations('names.list'),
    renewView(actor, name),
    cardsView(actor.userId),
  ])
  if (!view) return <NotOnFile />
  const { id: domainId, nameAscii, nameUnicode, registrant } = view
  const isOwn = registrant === null
  return (
    <PageFrame>
      <PageHeader
        title={t('titleOf', { name: nameUnicode })}
        crumbs={[
          { label: names('title'), href: '/names' },
          isOwn ? { label: nameUnicode, href: `/names/${nameAscii}` } : { label: nameUnicode },
          { label: t('title') },
        ]}
        lead={t(leadOf(view))}
      />
      <div className="flex flex-col gap-6">
        {isOwn ? <OwnReturn view={view} /> : <ForRegistrant registrant={registrant} />}
        {view.refusal ? <RefusalCallout refusal={view.refusal} /> : <Choices view={view} />}
        {!isOwn && <AskedBefore actor={actor} view={view} />}
        {isOwn && view.expiresAt && (
          <div id="auto">
            <AutoRenewPanel
              view={view}
              cards={cards}
              action={changeAutoRenew.bind(null, { domainId, nameAscii })}
            />
          </div>
        )}
      </div>
    </PageFrame>
  )
}

/** Who has asked to give the name back is reminded of it before they pay for more of it. */
async function OwnReturn({ view }: { view: RenewView }) {
  return <ReturnNote view={view} orders={await ordersOfName(view.id)} />
}

/** Before the expiry renewing early loses nothing; after it the new term does not begin today. */
function leadOf({ expiresAt, now }: RenewView) {
  return expiresAt && expiresAt <= now ? 'leadExpired' : 'lead'
}

/** The renewals of the name that a contact has asked for. */
async function AskedBefore({ actor, view }: { actor: UserActor; view: RenewView }) {
  const [t, latest] = await Promise.all([getTranslations('renewals.other'), renewalsOfName(actor, view.id)])
  if (latest.length === 0) return null
  return (
    <Panel title={t('latest')}>
      <LatestRenewals latest={latest} />
    </Panel>
  )
}

/** The part of its life that the name is in, and its numbers of years. */
function Choices({ view }: { view: RenewView }) {
  return (
    <>
      <PhaseNote view={view} />
      <Panel>
        <YearsForm action={renewOne.bind(null, view.id)} initial={EMPTY_FORM} formKey={newId()}>
          <YearsTable view={view} />
        </YearsForm>
      </Panel>
    </>
  )
}
