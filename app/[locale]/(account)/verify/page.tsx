import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { formTexts } from '@/components/account/form-texts'
import { queryText } from '@/components/search/query-text'
import { Link } from '@/lib/i18n/link'
import { verifyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('verify.title') }
}

/** Where the mailed link leads. Opening it changes nothing: mail scanners open links too. */
export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const [t, texts, query] = await Promise.all([getTranslations('account'), formTexts('verify'), searchParams])
  return (
    <AccountPage title={t('verify.title')} lead={t('verify.lead')}>
      <AccountForm
        id="verify"
        action={verifyAction}
        texts={texts}
        fields={[]}
        hidden={{ token: queryText(query.token) }}
      />
      <p>
        <Link href="/sign-up/sent?again=1" className="text-link">
          {t('verify.again')}
        </Link>
      </p>
    </AccountPage>
  )
}
