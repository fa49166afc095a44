import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { DemoMailbox } from '@/components/account/demo-mailbox'
import { DoneNotice } from '@/components/account/done-notice'
import { formTexts } from '@/components/account/form-texts'
import { queryText } from '@/components/search/query-text'
import { demoMailboxUrl } from '@/lib/people/demo-code.query'
import { forgotAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('forgot.title') }
}

/** Asking for a link that sets a new password. */
export default async function ForgotPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>
}) {
  const [t, texts, query] = await Promise.all([getTranslations('account'), formTexts('forgot'), searchParams])
  const done = queryText(query.done)
  return (
    <AccountPage title={t('forgot.title')} lead={t('forgot.lead')} notice={<DoneNotice done={done} />}>
      {done && <DemoMailbox url={demoMailboxUrl()} />}
      <AccountForm
        id="forgot"
        action={forgotAction}
        texts={texts}
        fields={[(await accountFields()).knownEmail]}
      />
    </AccountPage>
  )
}
