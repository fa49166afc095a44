import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { When } from '@/components/applications/when'
import { BOOKS_ZONE } from '@/components/billing/books-zone'
import { DeliveryMark } from '@/components/inbox/delivery-mark'
import { OpenMark } from '@/components/inbox/open-mark'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { Locale } from '@/lib/i18n/locale'
import { messageView } from '@/lib/notices/inbox/inbox.query'
import { requireActor } from '@/lib/web/session'
import { openedAction } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** One message, as it was sent. */
export default async function MessagePage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/inbox/${id}`)
  const locale = (await getLocale()) as Locale
  const [t, message] = await Promise.all([getTranslations('inbox'), messageView(actor.userId, id, locale)])
  if (!message) return <NotOnFile />
  return (
    <PageFrame>
      <PageHeader
        title={message.subject}
        crumbs={[{ label: t('back'), href: '/inbox' }, { label: message.subject }]}
        state={<DeliveryMark state={message.state} />}
      />
      {!message.isRead && <OpenMark open={openedAction.bind(null, id)} />}
      <Panel title={message.subject}>
        <div className="flex max-w-[70ch] flex-col gap-3">
          {message.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {message.path && (
            <div>
              <ButtonLink href={message.path}>{message.action}</ButtonLink>
            </div>
          )}
          <div className="mt-4 text-sm text-ink-soft">
            <p className="wrap-anywhere">
              {t(message.state === 'FAILED' ? 'toFailed' : 'to', { address: message.address })}
            </p>
            <When at={message.sentAt ?? message.createdAt} zone={BOOKS_ZONE} exact />
          </div>
        </div>
      </Panel>
    </PageFrame>
  )
}
