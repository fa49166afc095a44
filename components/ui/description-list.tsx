import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface Described {
  term: ReactNode
  value: ReactNode
  /** Key, where terms could be equal. */
  key?: string
}

/** Facts on ruled lines: what, and its value. */
export function DescriptionList({ items, dense = false }: { items: readonly Described[]; dense?: boolean }) {
  return (
    <dl className="@container border-t border-rule">
      {items.map((item, index) => (
        <div
          key={item.key ?? index}
          className={clsx(
            'grid gap-x-6 border-b border-rule @[28rem]:grid-cols-[minmax(9rem,2fr)_5fr]',
            dense ? 'py-1.5 text-sm' : 'py-3',
          )}
        >
          <dt className="text-ink-soft">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
