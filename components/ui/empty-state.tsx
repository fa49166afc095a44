import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What would be here. */
  title: ReactNode
  /** How to get it. */
  children?: ReactNode
  /** The way there: a button or a link. */
  action?: ReactNode
}

/** An empty ruled sheet that says what will stand on it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="border border-dashed border-rule-strong bg-[repeating-linear-gradient(transparent_0_2.1875rem,var(--rule)_2.1875rem_2.25rem)] px-6 py-9">
      <div className="flex max-w-form flex-col items-start gap-3 bg-paper py-3 pe-6">
        <p className="text-lg font-semibold">{title}</p>
        {children && <div className="text-ink-soft">{children}</div>}
        {action}
      </div>
    </div>
  )
}
