import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/account/account-page'
import { ActForm } from '@/components/applications/act-form'
import { queryText } from '@/components/search/query-text'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/lib/i18n/link'
import { type DeclineView, declineView } from '@/lib/notices/decline/decline.query'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { declineAction } from './actions'

interface Props {
  searchParams: Promise<{ token?: string | string[]; done?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('decline.title'), robots: { index: false } }
}

/** Where an early reminder's link leads. Opening it changes nothing: mail scanners open links too. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const query = await searchParams
  const token = queryText(query.token)
  const done = (['on', 'off'] as const).find((entry) => entry === query.done)
  const [t, view] = await Promise.all([getTranslations('inbox.decline'), declineView(token)])
  return (
    <AccountPage
      title={t('title')}
      lead={t('lead')}
      notice={done && <Callout kind="done" live title={t(`done.${done}`)} />}
    >
      {view ? <Choice view={view} token={token} /> : <Callout kind="refusal" title={t('invalid')} />}
      <p>{t('always')}</p>
      <p>
        <Link href="/profile" className="text-link">
          {t('profile')}
        </Link>
      </p>
    </AccountPage>
  )
}

async function Choice({ view, token }: { view: DeclineView; token: string }) {
  const t = await getTranslations('inbox.decline')
  const [state, change] = view.isOn ? (['on', 'off'] as const) : (['off', 'on'] as const)
  return (
    <div className="flex flex-col gap-4">
      <p className="wrap-anywhere">{t(`state.${state}`, { address: view.address })}</p>
      <ActForm
        action={declineAction}
        initial={EMPTY_FORM}
        button={t(`turn.${change}`)}
        pending={t('pending')}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="earlyNotices" value={change} />
      </ActForm>
    </div>
  )
}
