import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChosenPanel, MoreNames, RefusedNames } from '@/components/authorisations/chosen-panel'
import { PaperPanel } from '@/components/authorisations/paper-panel'
import { OrderForm } from '@/components/orders/order-form'
import { readChosen } from '@/components/renewals/chosen-address'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type GrantView, grantView } from '@/lib/dossiers/authorise/grant.query'
import { env } from '@/lib/platform/env'
import { requireActor } from '@/lib/web/session'
import { grant } from '../../../authorisations/actions'

interface Props {
  searchParams: Promise<{ id?: string | string[]; refused?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authorisations.new'))('title') }
}

/** Authorises somebody to renew chosen names: the names, the written authorisation, then who and until when. */
export default async function AuthorisePage({ searchParams }: Props) {
  const actor = await requireActor('/names/authorisations')
  const { id, refused } = await searchParams
  const [t, names, list, view] = await Promise.all([
    getTranslations('authorisations.new'),
    getTranslations('names.list'),
    getTranslations('authorisations.list'),
    grantView(actor, [...readChosen(id).keys()]),
  ])
  const maxBytes = env().UPLOAD_MAX_BYTES
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: names('title'), href: '/names' },
          { label: list('title'), href: '/names/authorisations' },
          { label: t('crumb') },
        ]}
        lead={t('lead')}
      />
      <div className="flex flex-col gap-6">
        <RefusedNames refused={view.refused} />
        {view.names.length === 0 ? (
          <EmptyState title={t('empty.title')} action={<MoreNames view={view} text={t('more')} />}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <>
            <ChosenPanel view={view} />
            <PaperPanel view={view} maxBytes={maxBytes} error={await uploadError(refused)} />
            <WhoPanel view={view} />
          </>
        )}
      </div>
    </PageFrame>
  )
}

/** What an upload without script came to. */
async function uploadError(refused: string | undefined): Promise<string | undefined> {
  const refusals = await getTranslations('refusals')
  if (!refused || !/^[a-z-]+$/.test(refused) || !refusals.has(refused)) return undefined
  const megabytes = Math.floor(env().UPLOAD_MAX_BYTES / 1_000_000)
  return refusals(refused, { megabytes, limit: 60, minutes: 60, status: 'other', name: '' })
}

/** Who is authorised, from when until when; asked once the written authorisation is there. */
async function WhoPanel({ view }: { view: GrantView }) {
  const t = await getTranslations('authorisations.new')
  if (!view.paper) return null
  const shown = { domainIds: view.names.map(({ id }) => id), documentId: view.paper.id }
  return (
    <Panel title={t('who')}>
      <OrderForm
        id="authorise"
        action={grant.bind(null, shown)}
        fields={[
          { name: 'contactName', label: t('contactName'), maxLength: 120 },
          { name: 'email', label: t('email'), hint: t('emailHint'), type: 'email', maxLength: 254 },
          { name: 'fromDay', label: t('from'), type: 'date', value: view.today },
          { name: 'untilDay', label: t('until'), hint: t('untilHint'), type: 'date' },
        ]}
        texts={{ submit: t('submit'), pending: t('pending'), summary: t('summary') }}
      >
        <Callout kind="info" title={t('consequence')} why={t('whoPays')} />
      </OrderForm>
    </Panel>
  )
}
