import { useTranslations } from 'next-intl'
import { IdentityForm } from '@/components/dossiers/identity-form'
import { Callout } from '@/components/ui/callout'
import { type Described, DescriptionList } from '@/components/ui/description-list'
import { StateMark } from '@/components/ui/state-mark'
import type { Declaration, Party } from '@/lib/dossiers/declare/declaration.rule'
import { sentenceParams } from '@/lib/i18n/refusal-params'
import type { ReviewView } from '@/lib/dossiers/review/desk.query'
import { identityAction } from '../actions'
import { DecisionPart } from './decision-part'
import { TakeOverPart } from './take-over-part'

/** What was declared, the comparison of the number, and the decision. */
export function DeclarationPart({ view }: { view: ReviewView }) {
  const t = useTranslations('desk')
  const refusals = useTranslations('refusals')
  const { declaration, barred } = view
  return (
    <div className="flex flex-col gap-5">
      <header>
        <p className="text-lg font-semibold wrap-anywhere">{view.nameUnicode}</p>
        <p className="text-ink-soft">
          {view.number} · {view.nameAscii}
        </p>
        {view.paidAt ? (
          <StateMark tone="done" word={t('paid')} />
        ) : (
          <StateMark tone="plain" word={t('unpaid')} />
        )}
      </header>
      {barred && (
        <Callout
          kind="info"
          title={refusals(barred.code as 'own-dossier', sentenceParams(barred.params) as never)}
        />
      )}
      {view.takeOver && <TakeOverPart view={view} barred={view.takeOver.barred} />}
      {declaration && <Declared declaration={declaration} years={view.years} />}
      {declaration && !barred && <Comparison view={view} />}
      {view.requests.map((request) => (
        <p key={request.askedAt.toISOString()} className="border-s-2 border-rule ps-3">
          {request.answer ? t('answered', { answer: request.answer }) : t('asked')}
        </p>
      ))}
      {!barred && <DecisionPart view={view} />}
    </div>
  )
}

function Comparison({ view }: { view: ReviewView }) {
  const t = useTranslations('desk')
  return (
    <IdentityForm
      action={identityAction}
      hidden={{ dossierId: view.id }}
      isCompared={view.identityChecked}
      texts={{
        title: t('identity.title'),
        label: t('identity.label'),
        hint: t('identity.hint'),
        compare: t('identity.compare'),
        same: t('identity.same'),
        pending: t('pending'),
      }}
    />
  )
}

function Declared({ declaration, years }: { declaration: Declaration; years: number }) {
  const t = useTranslations('desk')
  const { holder, delegate, nameServers } = declaration
  const items: Described[] = [
    {
      term: t('field.applicant'),
      value: t(`kind.${holder.kind === 'individual' ? 'INDIVIDUAL' : 'ORGANISATION'}`),
    },
    { term: t('field.years'), value: years },
    { term: t('field.number'), value: <strong>{holder.number}</strong> },
    { term: t('field.holder'), value: <Address party={holder} /> },
    ...(holder.birthDate ? [{ term: t('field.birthDate'), value: holder.birthDate }] : []),
    ...(holder.representative ? [{ term: t('field.representative'), value: holder.representative }] : []),
    ...(delegate
      ? [
          {
            term: t('field.delegate'),
            value: [delegate.name, delegate.number, delegate.birthDate].filter(Boolean).join(' · '),
          },
        ]
      : []),
    ...(['admin', 'tech', 'billing'] as const).map((role) => ({
      term: t(`field.${role}`),
      value: <Address party={declaration.contacts[role]} />,
    })),
    {
      term: t('field.nameServers'),
      value: nameServers.length === 0 ? t('parking') : nameServers.map((server) => server.name).join(', '),
    },
  ]
  return <DescriptionList dense items={items} />
}

function Address({ party }: { party: Party }) {
  const { name, organisation, street, city, province, postalCode, country, email, phone } = party
  const lines = [
    name,
    organisation,
    street,
    [postalCode, city, province].filter(Boolean).join(' '),
    country,
    email,
    phone,
  ]
  return (
    <address className="not-italic wrap-anywhere">
      {lines.filter(Boolean).map((line, index) => (
        <span key={index} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}
