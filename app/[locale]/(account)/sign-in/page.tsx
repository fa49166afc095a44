import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { DoneNotice } from '@/components/account/done-notice'
import { formTexts } from '@/components/account/form-texts'
import { queryText } from '@/components/search/query-text'
import { Link } from '@/lib/i18n/link'
import { redirectTo } from '@/lib/i18n/redirect'
import { currentSession, safeNext } from '@/lib/web/session'
import { signInAction } from './actions'

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn.title') }
}

/** Signing in; who is signed in already goes on. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const query = await searchParams
  const next = safeNext(queryText(query.next))
  if (await currentSession()) return redirectTo(next)
  const [t, texts, fields] = await Promise.all([
    getTranslations('account'),
    formTexts('signIn'),
    accountFields(),
  ])
  return (
    <AccountPage title={t('signIn.title')} notice={<DoneNotice done={queryText(query.done)} />}>
      <AccountForm
        id="sign-in"
        action={signInAction}
        texts={texts}
        hidden={{ next }}
        fields={[fields.knownEmail, fields.password]}
      />
      <ul className="flex flex-col gap-2">
        <li>
          <Link href="/forgot" className="text-link">
            {t('forgot.title')}
          </Link>
        </li>
        <li>
          {t('signIn.noAccount')}{' '}
          <Link href="/sign-up" className="text-link">
            {t('signUp.title')}
          </Link>
        </li>
      </ul>
    </AccountPage>
  )
}
