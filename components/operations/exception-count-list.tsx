import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { ExceptionCounts, ExceptionList } from '@/lib/operations/exceptions/counts.query'
import { StateMark } from '../ui/state-mark'

/** How much waits in each list of exceptions, with the way there. Server only. */
export function ExceptionCountList({ counts }: { counts: ExceptionCounts }) {
  const t = useTranslations('operator.exceptions')
  const locale = useLocale()
  return (
    <ul className="border-t border-rule">
      {(Object.entries(counts) as [ExceptionList, number][]).map(([list, count]) => (
        <li
          key={list}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2.5"
        >
          <Link href={`/operator/exceptions?list=${list}`} className="text-link">
            {t(`list.${list}.title`)}
          </Link>
          {count > 0 ? (
            <StateMark
              tone="near"
              word={t('waiting', { count: formatCount(locale, count), number: count })}
            />
          ) : (
            <StateMark tone="done" word={t('none')} />
          )}
        </li>
      ))}
    </ul>
  )
}
