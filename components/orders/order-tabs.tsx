import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import type { OrderCounts, OrderTab } from '@/lib/domains/orders/order.query'
import { formatCount } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'

const TABS: readonly OrderTab[] = ['waiting', 'reexamine', 'done']

/** The desk's lists of orders with how much waits in them. Server only. */
export function OrderTabs({ counts, current }: { counts: OrderCounts; current: OrderTab }) {
  const t = useTranslations('desk.orders')
  const locale = useLocale()
  return (
    <nav aria-label={t('tabsLabel')} className="mb-6 border-b border-rule">
      <ul className="flex flex-wrap gap-x-2">
        {TABS.map((tab) => {
          const count = tab === 'done' ? 0 : counts[tab]
          return (
            <li key={tab}>
              <Link
                href={`/desk/orders?tab=${tab}`}
                aria-current={tab === current ? 'page' : undefined}
                className={clsx(
                  '-mb-px flex h-10 items-center gap-2 border-b-4 px-3 text-ink no-underline',
                  tab === current
                    ? 'border-ink font-semibold'
                    : 'border-transparent hover:border-rule-strong',
                )}
              >
                {t(`tabs.${tab}`)}
                {count > 0 && (
                  <span className="rounded-edge bg-well px-1.5 text-sm font-semibold tabular-nums">
                    {formatCount(locale, count)}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
