import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { ExceptionCounts, ExceptionList } from '@/lib/operations/exceptions/counts.query'

/** The lists of exceptions with their counts; the one that is shown is named as current. Server only. */
export function ExceptionTabs({ counts, current }: { counts: ExceptionCounts; current: ExceptionList }) {
  const t = useTranslations('operator.exceptions')
  const locale = useLocale()
  return (
    <nav aria-label={t('lists')} className="mb-6 border-b border-rule">
      <ul className="flex flex-wrap gap-x-2">
        {(Object.entries(counts) as [ExceptionList, number][]).map(([list, count]) => (
          <li key={list}>
            <Link
              href={`/operator/exceptions?list=${list}`}
              aria-current={list === current ? 'page' : undefined}
              className={clsx(
                '-mb-px flex h-10 items-center gap-2 border-b-4 px-3 text-ink no-underline',
                list === current ? 'border-ink font-semibold' : 'border-transparent hover:border-rule-strong',
              )}
            >
              {t(`list.${list}.title`)}
              {count > 0 && (
                <span className="rounded-edge bg-well px-1.5 text-sm font-semibold tabular-nums">
                  {formatCount(locale, count)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
