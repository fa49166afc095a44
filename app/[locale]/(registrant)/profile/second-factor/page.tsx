import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { formTexts } from '@/components/account/form-texts'
import { NewSecret } from '@/components/account/new-secret'
import { Instant } from '@/components/ui/instant'
import { Panel } from '@/components/ui/panel'
import { instantText } from '@/lib/i18n/format'
import { type SecondFactorView, secondFactorView } from '@/lib/people/second-factor.query'
import { currentSession, requireActor } from '@/lib/web/session'
import { beginAction, codesAction, removeAction } from './actions'

const PATH = '/profile/second-factor'
const ZONE = 'Asia/Ho_Chi_Minh'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('factor.title') }
}

/** The user's own second factor: set it up, look at it, make new recovery codes, remove it. */
export default async function SecondFactorPage() {
  const actor = await requireActor(PATH)
  const email = (await currentSession())?.user.email ?? ''
  const [t, factor] = await Promise.all([getTranslations('account'), secondFactorView(actor.userId, email)])
  const isStaff = actor.roles.length > 0
  return (
    <AccountPage title={t('factor.title')} lead={t('factor.what')}>
      {factor.kind === 'none' && <Begin />}
      {factor.kind === 'to-confirm' && <NewSecret secret={factor.secret} uri={factor.uri} />}
      {factor.kind === 'set' && <Since since={factor.since} />}
      {factor.kind !== 'none' && <Codes factor={factor} />}
      {factor.kind === 'set' && (isStaff ? <p>{t('factor.staffKeep')}</p> : <Remove />)}
    </AccountPage>
  )
}

async function Begin() {
  const texts = await formTexts('factorBegin')
  return <AccountForm id="begin" action={beginAction} texts={texts} fields={[]} />
}

async function Since({ since }: { since: Date }) {
  const [t, locale] = await Promise.all([getTranslations('account.factor'), getLocale()])
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      {t('since')} <Instant at={instantText(locale, since, { zone: ZONE, precision: 'hour' })} />
    </div>
  )
}

/** The first code, then the recovery codes: one form in one place, so that it can show them without script. */
async function Codes({ factor }: { factor: Exclude<SecondFactorView, { kind: 'none' }> }) {
  const [t, ui, code] = await Promise.all([getTranslations('account'), getTranslations('ui'), codeField()])
  const isSet = factor.kind === 'set'
  return (
    <Panel title={t(isSet ? 'factor.codes' : 'factor.confirm')}>
      <div className="mb-4">{isSet && t('factor.codesLeft', { count: factor.codesLeft })}</div>
      <AccountForm
        id="codes"
        action={codesAction}
        hidden={{ act: isSet ? 'renew' : 'confirm' }}
        texts={await formTexts(isSet ? 'factorCodes' : 'factorConfirm')}
        weight={isSet ? 'secondary' : 'primary'}
        fields={isSet ? [] : [code]}
        shownOnce={{
          title: t('factor.shownOnce'),
          lead: t('factor.keep'),
          copy: ui('copy'),
          copied: ui('copied'),
          go: t('factor.kept'),
          href: '/profile?done=second-factor',
        }}
      />
    </Panel>
  )
}

async function codeField() {
  const t = await getTranslations('account.fields')
  return {
    name: 'code',
    label: t('code'),
    hint: t('codeHintFirst'),
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
    maxLength: 7,
  } as const
}

async function Remove() {
  const [t, fields] = await Promise.all([getTranslations('account.factor'), accountFields()])
  return (
    <Panel title={t('remove')}>
      <p className="mb-4">{t('removeWhat')}</p>
      <AccountForm
        id="remove"
        action={removeAction}
        texts={await formTexts('factorRemove')}
        weight="danger"
        fields={[fields.password]}
      />
    </Panel>
  )
}
