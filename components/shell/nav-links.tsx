'use client'
import clsx from 'clsx'
import { Link, usePathname } from '@/lib/i18n/link'
import { isCurrent } from './navigation'

export interface NavLink {
  href: string
  text: string
  /** How much waits there; 0 shows nothing. */
  waiting: number
}

/** The sections of the portal; the one that the reader is in is underlined and named as current. */
export function NavLinks({ groups, upright }: { groups: readonly (readonly NavLink[])[]; upright: boolean }) {
  const path = usePathname()
  return groups.map((group) => (
    <ul
      key={group[0]?.href}
      className={clsx('border-rule', upright ? 'border-t py-2' : '-ms-4 flex flex-wrap border-s ps-4')}
    >
      {group.map(({ href, text, waiting }) => {
        const current = isCurrent(href, path)
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className={clsx(
                'flex items-center text-ink no-underline',
                upright
                  ? 'min-h-11 border-s-4 px-4 hover:bg-well'
                  : 'h-10 border-b-4 px-3 whitespace-nowrap hover:border-rule-strong',
                current ? 'border-ink font-semibold' : 'border-transparent',
              )}
            >
              {text}
              {waiting > 0 && (
                <span className="ms-2 rounded-edge bg-well px-1.5 text-sm font-semibold tabular-nums">
                  {waiting}
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  ))
}
