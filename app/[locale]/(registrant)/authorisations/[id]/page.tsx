import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/applications/act-form'
import { AuthorisationFacts, AuthorisedNames } from '@/components/authorisations/authorisation-facts'
import { AuthorisationState } from '@/components/authorisations/authorisation-state'
import { WithdrawForm } from '@/components/authorisations/withdraw-form'
import { RefusalCallout } from '@/components/renewals/refusal-callout'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type AuthorisationView, authorisationView } from '@/lib/domains/authorise/authorisation.query'
import { EMPTY_FORM } from '@/lib/web/form-state'
import { requireActor } from '@/lib/web/session'
import { accept, giveUp, withdraw } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authorisations.one'))('title') }
}

/** One authorisation to renew, for who granted it and for whom it is (R-VN-06). */
export default async function AuthorisationPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/authorisations/${id}`)
  const [t, names, list, view] = await Promise.all([
    getTranslations('authorisations.one'),
    getTranslations('names.list'),
    getTranslations('authorisations.list'),
    authorisationView(actor, id),
  ])
  if (!view) return <NotOnFile />
  if (view === 'unconfirmed') return <Unconfirmed />
  const isGrantor = view.part === 'grantor'
  return (
    <PageFrame>
      <PageHeader
        title={
          isGrantor ? t('titleOf', { contact: view.contactName }) : t('titleBy', { grantor: view.grantor })
        }
        crumbs={[
          { label: names('title'), href: '/names' },
          ...(isGrantor ? [{ label: list('title'), href: '/names/authorisations' }] : []),
          { label: t('title') },
        ]}
        state={<AuthorisationState state={view.state} />}
        lead={t(isGrantor ? 'leadGrantor' : 'leadContact')}
      />
      <div className="flex flex-col gap-6">
        {isGrantor ? <GrantorActs view={view} /> : <ContactActs view={view} />}
        <AuthorisedNames view={view} />
        <AuthorisationFacts view={view} />
      </div>
    </PageFrame>
  )
}

/** The reader has still to confirm the address that it is offered to. */
async function Unconfirmed() {
  const t = await getTranslations('authorisations.one')
  return (
    <PageFrame>
      <PageHeader title={t('title')} />
      <RefusalCallout refusal={{ code: 'email-not-confirmed' }} />
    </PageFrame>
  )
}

function GrantorActs({ view: { id, state } }: { view: AuthorisationView }) {
  const action = withdraw.bind(null, { authorisationId: id, back: `/authorisations/${id}` })
  return <WithdrawForm state={state} action={action} />
}

/** What the contact can do: accept or decline the offer; renew, or give it up. */
function ContactActs({ view: { id, state } }: { view: AuthorisationView }) {
  const t = useTranslations('authorisations.one')
  if (state === 'withdrawn' || state === 'ended') return null
  const isOffered = state === 'offered'
  return (
    <Panel title={t(isOffered ? 'offered' : 'accepted')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-text">{t(isOffered ? 'offeredText' : 'acceptedText')}</p>
        <Callout kind="info" title={t('whoPays')} why={t('whoPaysWhy')} />
        <div className="flex flex-wrap gap-4">
          {isOffered && (
            <ActForm
              action={accept.bind(null, id)}
              initial={EMPTY_FORM}
              button={t('accept')}
              pending={t('accepting')}
            />
          )}
          <ActForm
            action={giveUp.bind(null, id)}
            initial={EMPTY_FORM}
            button={t(isOffered ? 'decline' : 'giveUp')}
            pending={t('givingUp')}
            weight="secondary"
          />
        </div>
      </div>
    </Panel>
  )
}
