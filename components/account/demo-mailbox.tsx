import { useTranslations } from 'next-intl'

/** Where a demonstration's mail can be read; nothing elsewhere. Server only. */
export function DemoMailbox({ url }: { url: string | null }) {
  const t = useTranslations('account.demo')
  if (!url) return null
  return (
    <p className="border-s-2 border-rule ps-4 text-sm">
      {t('mail')}{' '}
      <a href={url} className="text-link">
        {t('mailbox')}
      </a>
    </p>
  )
}
