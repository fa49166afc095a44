import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { DemoMailbox } from '@/components/account/demo-mailbox'
import { formTexts } from '@/components/account/form-texts'
import { queryText } from '@/components/search/query-text'
import { Callout } from '@/components/ui/callout'
import { Disclosure } from '@/components/ui/disclosure'
import { demoMailboxUrl } from '@/lib/people/demo-code.query'
import { resendAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('sent.title') }
}

/** After signing up: the link is on its way, and can be sent once more. */
export default async function SentPage({
  searchParams,
}: {
  searchParams: Promise<{ again?: string | string[] }>
}) {
  const [t, texts, query] = await Promise.all([getTranslations('account'), formTexts('sent'), searchParams])
  const wasAgain = queryText(query.again) !== ''
  return (
    <AccountPage
      title={t('sent.title')}
      notice={
        <Callout kind="done" live title={t(wasAgain ? 'sent.again' : 'sent.done')} next={t('sent.next')} />
      }
    >
      <DemoMailbox url={demoMailboxUrl()} />
      <Disclosure summary={t('sent.nothingCame')} open={wasAgain}>
        <p className="mb-4">{t('sent.hint')}</p>
        <AccountForm
          id="resend"
          action={resendAction}
          texts={texts}
          weight="secondary"
          fields={[(await accountFields()).ownEmail]}
        />
      </Disclosure>
    </AccountPage>
  )
}
