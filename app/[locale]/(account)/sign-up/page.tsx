import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { formTexts } from '@/components/account/form-texts'
import { Link } from '@/lib/i18n/link'
import { signUpAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp.title') }
}

/** Opening an account. */
export default async function SignUpPage() {
  const [t, texts, fields] = await Promise.all([
    getTranslations('account'),
    formTexts('signUp'),
    accountFields(),
  ])
  return (
    <AccountPage title={t('signUp.title')} lead={t('signUp.lead')}>
      <AccountForm
        id="sign-up"
        action={signUpAction}
        texts={texts}
        fields={[
          { ...fields.name, hint: t('fields.nameHint') },
          { ...fields.ownEmail, hint: t('fields.emailHint') },
          fields.newPassword,
        ]}
      />
      <p>
        {t('signUp.known')}{' '}
        <Link href="/sign-in" className="text-link">
          {t('signIn.title')}
        </Link>
      </p>
    </AccountPage>
  )
}
