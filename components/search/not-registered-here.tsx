import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import type { RefusalText } from '@/lib/web/refusal-text'
import { Callout } from '../ui/callout'

interface NotRegisteredHereProps {
  typed: string
  /** Why nothing was looked up: what was typed is no name at all, or too much was asked. */
  refusal?: RefusalText
  limited?: boolean
}

/** What a look-up says when there is nothing to show. Server only. */
export function NotRegisteredHere({ typed, refusal, limited = false }: NotRegisteredHereProps) {
  const t = useTranslations('search.lookup')
  if (refusal) {
    return <Callout kind="refusal" title={t(limited ? 'limited' : 'unreadable')} why={refusal.message} />
  }
  return (
    <Callout
      kind="info"
      title={t('none', { name: typed.slice(0, 260) })}
      why={t('noneWhy')}
      next={
        <Link href={`/search?name=${encodeURIComponent(typed)}`} className="text-link">
          {t('noneNext')}
        </Link>
      }
    />
  )
}
