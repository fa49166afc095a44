import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
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
  const [t, texts] = await Promise.all([getTranslations('account'), formTexts('signUp')])
  return (
    <AccountPage title={t('signUp.title')} lead={t('signUp.lead')}>
      <AccountForm
        id="sign-up"
        action={signUpAction}
        texts={texts}
        fields={[
          {
            name: 'name',
            label: t('fields.name'),
            hint: t('fields.nameHint'),
            autoComplete: 'name',
            maxLength: 120,
          },
          {
            name: 'email',
            label: t('fields.email'),
            hint: t('fields.emailHint'),
            type: 'email',
            inputMode: 'email',
            autoComplete: 'email',
          },
          {
            name: 'password',
            label: t('fields.newPassword'),
            hint: t('fields.newPasswordHint'),
            type: 'password',
            autoComplete: 'new-password',
          },
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
