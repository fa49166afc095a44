import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { formTexts } from '@/components/account/form-texts'
import { queryText } from '@/components/search/query-text'
import { Link } from '@/lib/i18n/link'
import { resetAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('reset.title') }
}

/** Where the mailed link leads: setting a new password. */
export default async function ResetPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const [t, texts, query] = await Promise.all([getTranslations('account'), formTexts('reset'), searchParams])
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.lead')}>
      <AccountForm
        id="reset"
        action={resetAction}
        texts={texts}
        hidden={{ token: queryText(query.token) }}
        fields={[(await accountFields()).newPassword]}
      />
      <p>
        <Link href="/forgot" className="text-link">
          {t('reset.again')}
        </Link>
      </p>
    </AccountPage>
  )
}
