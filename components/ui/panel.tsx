import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

interface PanelProps {
  title?: ReactNode
  /** A control or a state at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
  /** The level of the title in the page's outline. */
  level?: 2 | 3
  dense?: boolean
  className?: string
}

/** A sheet of paper on the desk: one subject, with a heavy line on top. */
export function Panel({ title, aside, children, level = 2, dense = false, className }: PanelProps) {
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={clsx(
        'border border-t-2 border-rule border-t-ink bg-sheet',
        dense ? 'p-4' : 'p-4 sm:p-6',
        className,
      )}
    >
      {title && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Title id={id} className={clsx('font-semibold', dense ? 'text-base' : 'text-lg')}>
            {title}
          </Title>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
