import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/applications/history-list'
import { InvoicePanel } from '@/components/applications/invoice-panel'
import { When } from '@/components/applications/when'
import { OthersPanel } from '@/components/authorisations/others-panel'
import { BouncedNote } from '@/components/names/bounced-note'
import { ContactsPanel } from '@/components/names/contacts-panel'
import { DatesPanel } from '@/components/names/dates-panel'
import { LifePanel } from '@/components/names/life-panel'
import { PapersPanel } from '@/components/names/papers-panel'
import { NameStamp } from '@/components/names/name-stamp'
import { NameStateMark } from '@/components/names/name-state'
import { RegistryPanel } from '@/components/names/registry-panel'
import { ServersPanel } from '@/components/names/servers-panel'
import { StateNote } from '@/components/names/state-note'
import { RenewalPanel } from '@/components/renewals/renewal-panel'
import { NameOrdersNote, ReturnWay } from '@/components/orders/name-orders-note'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { renewView } from '@/lib/domains/renew/renew-page.query'
import { renewalsOfName } from '@/lib/domains/renew/renewal.query'
import { type NameView, nameView } from '@/lib/domains/manage/name.query'
import { ordersOfName } from '@/lib/domains/orders/order.query'
import { type ApplicationView, applicationView } from '@/lib/dossiers/application.query'
import { othersWhoRenew } from '@/lib/dossiers/authorise/grant.query'
import type { UserActor } from '@/lib/kernel/actor'
import { policyAt } from '@/lib/web/policy-of'
import { bouncedOfName } from '@/lib/notices/inbox/record.query'
import { requireActor } from '@/lib/web/session'
import { withdraw } from '../../authorisations/actions'

interface Props {
  params: Promise<{ name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) }
}

/** One name: its life, its dates and what can be changed. */
export default async function NamePage({ params }: Props) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}`)
  const [t, view] = await Promise.all([getTranslations('names'), nameView(actor.userId, name)])
  if (!view) return <NotOnFile />
  const [dossier, orders, bounced] = await Promise.all([
    applicationView(actor.userId, view.dossierId),
    ordersOfName(view.id),
    view.releasedAt ? [] : bouncedOfName(actor.userId, view),
  ])
  const isIdn = view.nameAscii !== view.nameUnicode
  return (
    <PageFrame aside={<Aside view={view} dossier={dossier} />}>
      <PageHeader
        title={view.nameUnicode}
        crumbs={[{ label: t('list.title'), href: '/names' }, { label: view.nameUnicode }]}
        state={<NameStateMark name={view} now={view.now} />}
        lead={isIdn && <span className="wrap-anywhere">{view.nameAscii}</span>}
        stamp={<NameStamp view={view} number={dossier?.number} />}
      />
      <div className="flex flex-col gap-6">
        <StateNote view={view} />
        <BouncedNote bounced={bounced} nameAscii={view.nameAscii} />
        <NameOrdersNote view={view} orders={orders} />
        <Expiry view={view} />
        <LifePanel view={view} />
        <Renewals actor={actor} view={view} />
        <DatesPanel view={view} />
        <ServersPanel view={view} />
        <ContactsPanel view={view} />
        <RegistryPanel view={view} />
        <ReturnWay view={view} orders={orders} />
      </div>
    </PageFrame>
  )
}

/** How the name is renewed, and who else may do it. */
async function Renewals({ actor, view }: { actor: UserActor; view: NameView }) {
  const [renew, latest, others] = await Promise.all([
    renewView(actor, view.nameAscii),
    renewalsOfName(actor, view.id),
    othersWhoRenew(actor, view.id),
  ])
  const back = `/names/${view.nameAscii}`
  return (
    <>
      <RenewalPanel view={renew} latest={latest} />
      <OthersPanel
        domainId={view.id}
        policy={policyAt(view.zone, view.now)}
        rows={others}
        withdraw={(authorisationId) => withdraw.bind(null, { authorisationId, back })}
      />
    </>
  )
}

async function Expiry({ view }: { view: NameView }) {
  const t = await getTranslations('names.one')
  const at = view.expiresAt ?? view.allotmentSlotAt
  const isPast = at <= view.now
  return (
    <div className="text-lg">
      <span className="me-2">{view.expiresAt ? t(isPast ? 'expired' : 'expires') : t('allotment')}</span>
      <When at={at} zone={view.timeZone} now={view.now} exact />
    </div>
  )
}

async function Aside({ view, dossier }: { view: NameView; dossier: ApplicationView | null }) {
  const t = await getTranslations('names')
  const history = view.history.map(({ command, at }, index) => ({
    key: `${index} ${command}`,
    text: t(`history.${command}`),
    at,
  }))
  return (
    <>
      <PapersPanel view={view} dossier={dossier} />
      {dossier?.invoice && <InvoicePanel invoice={dossier.invoice} />}
      <Panel title={t('history.title')} dense className="no-print">
        <HistoryList entries={history} zone={view.timeZone} />
      </Panel>
    </>
  )
}
