import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { formTexts } from '@/components/account/form-texts'
import { NewSecret } from '@/components/account/new-secret'
import { queryText } from '@/components/search/query-text'
import { Callout } from '@/components/ui/callout'
import { redirectTo } from '@/lib/i18n/redirect'
import { demoCode } from '@/lib/people/demo-code.query'
import { secondFactorView } from '@/lib/people/second-factor.query'
import { openedActor, openedSession, requireActor, safeNext } from '@/lib/web/session'
import { codeAction, enrolAction } from './actions'

interface CodePageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('code.title') }
}

/** The second factor of whoever has one, and of staff its set-up. */
export default async function CodePage({ searchParams }: CodePageProps) {
  const next = safeNext(queryText((await searchParams).next))
  const actor = (await openedActor()) ?? (await requireActor(next))
  const isStaff = actor.roles.length > 0
  if (isStaff && actor.secondFactor) return redirectTo(next)
  const email = (await openedSession())?.user.email ?? ''
  const [t, factor] = await Promise.all([getTranslations('account'), secondFactorView(actor.userId, email)])
  if (!isStaff && factor.kind !== 'set') notFound()
  if (actor.secondFactor) return redirectTo(next)
  if (factor.kind === 'none') return <Enrol next={next} />
  return (
    <AccountPage title={t('code.title')} lead={t(isStaff ? 'code.lead' : 'code.ownLead')}>
      {factor.kind === 'to-confirm' && <NewSecret secret={factor.secret} uri={factor.uri} />}
      <DemoCode userId={actor.userId} />
      <AccountForm
        id="code"
        action={codeAction}
        texts={await formTexts('code')}
        hidden={{ next }}
        fields={[
          {
            name: 'code',
            label: t('fields.code'),
            hint: t('fields.codeHint'),
            autoComplete: 'one-time-code',
            maxLength: 24,
          },
        ]}
      />
    </AccountPage>
  )
}

async function Enrol({ next }: { next: string }) {
  const t = await getTranslations('account')
  return (
    <AccountPage title={t('enrol.title')} lead={t('enrol.lead')}>
      <AccountForm
        id="enrol"
        action={enrolAction}
        texts={await formTexts('enrol')}
        hidden={{ next }}
        fields={[]}
      />
    </AccountPage>
  )
}

/** In a demonstration only: the code that fits now. */
async function DemoCode({ userId }: { userId: string }) {
  const code = await demoCode(userId)
  if (!code) return null
  const t = await getTranslations('account')
  return (
    <Callout
      kind="info"
      title={t('demo.code')}
      why={
        <output data-testid="demo-code" className="text-lg font-semibold tracking-widest tabular-nums">
          {code}
        </output>
      }
    />
  )
}
