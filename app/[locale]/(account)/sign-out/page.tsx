import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/account/account-page'
import { SubmitButton } from '@/components/ui/submit-button'
import { redirectTo } from '@/lib/i18n/redirect'
import { openedSession } from '@/lib/web/session'
import { signOutAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signOut.title') }
}

/** Asks once more: a link that signs out at once could be put anywhere. */
export default async function SignOutPage() {
  const session = await openedSession()
  if (!session) return redirectTo('/sign-in?done=signed-out')
  const t = await getTranslations('account')
  return (
    <AccountPage title={t('signOut.title')} lead={t('signOut.lead', { email: session.user.email })}>
      <form action={signOutAction}>
        <SubmitButton pendingText={t('pending')}>{t('signOut.submit')}</SubmitButton>
      </form>
    </AccountPage>
  )
}
