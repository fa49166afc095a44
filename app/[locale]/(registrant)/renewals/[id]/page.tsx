import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BOOKS_ZONE } from '@/components/billing/books-zone'
import { When } from '@/components/applications/when'
import { ForRegistrant } from '@/components/renewals/for-registrant'
import { ItemsTable } from '@/components/renewals/items-table'
import { PayPanel } from '@/components/renewals/pay-panel'
import { RefusalCallout } from '@/components/renewals/refusal-callout'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type RenewalView, renewalView } from '@/lib/domains/renew/renewal.query'
import { requireActor } from '@/lib/web/session'
import { payRenewal, payRenewalFromCredit } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('renewals.page'))('title') }
}

/** One renewal: its names, what is to pay, and how each name stands; the payer comes back here. */
export default async function RenewalPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/renewals/${id}`)
  const [t, names, renewal] = await Promise.all([
    getTranslations('renewals.page'),
    getTranslations('names.list'),
    renewalView(actor, id),
  ])
  if (!renewal) return <NotOnFile />
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: names('title'), href: '/names' }, { label: t('title') }]}
        lead={
          <span className="flex flex-wrap items-baseline gap-x-2">
            {t(renewal.isAutomatic ? 'automatic' : 'asked')}{' '}
            <When at={renewal.requestedAt} zone={BOOKS_ZONE} exact />
            {renewal.askedBy !== null && <span>{t('askedBy', { contact: renewal.askedBy })}</span>}
          </span>
        }
      />
      <div className="flex flex-col gap-6">
        {renewal.registrant !== null && <ForRegistrant registrant={renewal.registrant} />}
        {renewal.barred ? <RefusalCallout refusal={renewal.barred} /> : <Situation renewal={renewal} />}
        <PayPanel
          renewal={renewal}
          action={payRenewal.bind(null, renewal.id)}
          fromCredit={payRenewalFromCredit.bind(null, renewal.id)}
        />
        <Panel title={t('names')}>
          <ItemsTable items={renewal.items} isOwn={renewal.registrant === null} />
        </Panel>
      </div>
    </PageFrame>
  )
}

/** What the whole comes to, in a sentence. */
async function Situation({ renewal: { items, toPay } }: { renewal: RenewalView }) {
  const t = await getTranslations('renewals.situations')
  const states = items.map(({ state }) => state)
  const refused = states.filter((state) => state === 'REFUSED').length
  if (refused > 0) {
    return (
      <Callout kind="refusal" title={t('refused.title', { count: refused })}>
        <p>{t('refused.text')}</p>
      </Callout>
    )
  }
  if (toPay) return null
  const situation = states.includes('SENT') ? 'sent' : states.includes('DONE') ? 'done' : 'over'
  return (
    <Callout kind={situation === 'done' ? 'done' : 'info'} title={t(`${situation}.title`)}>
      <p>{t(`${situation}.text`)}</p>
    </Callout>
  )
}
