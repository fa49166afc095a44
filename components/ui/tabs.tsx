import clsx from 'clsx'
import { Link } from '@/lib/i18n/link'

export interface Tab {
  label: string
  href: string
  /** How many things are behind it. */
  count?: string
}

/** Views of one subject as index tabs: plain links, so that each has an address. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="no-print border-b-2 border-ink">
      <ul className="-mb-0.5 flex flex-wrap gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={clsx(
                'flex h-10 items-center gap-2 border-2 px-4 no-underline',
                tab.href === current
                  ? 'border-ink border-b-paper bg-paper font-semibold'
                  : 'border-transparent text-ink-soft hover:bg-well hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count && <span className="text-sm text-ink-soft">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
