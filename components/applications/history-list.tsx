import { useTranslations } from 'next-intl'
import { When } from './when'

interface HistoryListProps {
  entries: readonly { readonly key: string; readonly text: string; readonly at: Date }[]
  zone: string
}

/** What happened, newest first. Server only. */
export function HistoryList({ entries, zone }: HistoryListProps) {
  const t = useTranslations('apply.history')
  if (entries.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ol className="border-t border-rule">
      {[...entries].reverse().map(({ key, text, at }) => (
        <li key={key} className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-1.5 text-sm">
          <span>{text}</span>
          <When at={at} zone={zone} exact />
        </li>
      ))}
    </ol>
  )
}
