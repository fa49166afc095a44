import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The room of a page: one column on a phone, main and aside from 1024 px. */
export function PageFrame({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div
      className={clsx(
        'mx-auto max-w-page px-4 pt-8 sm:px-6',
        aside && 'grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]',
      )}
    >
      <div className="min-w-0">{children}</div>
      {aside && <aside className="flex flex-col gap-6">{aside}</aside>}
    </div>
  )
}

interface DeskFrameProps {
  queue: ReactNode
  document: ReactNode
  declaration: ReactNode
  /** Names of the three parts, for assistive technology. */
  labels: { queue: string; document: string; declaration: string }
}

// `relative`: what is there for assistive technology alone scrolls with its part, not beneath the page.
const PART = 'relative min-w-0 border-rule p-4 xl:h-full xl:overflow-auto'

/** The desk: queue, document and declaration side by side from 1280 px, each scrolling by itself. */
export function DeskFrame({ queue, document, declaration, labels }: DeskFrameProps) {
  return (
    <div className="text-sm xl:grid xl:h-[calc(100dvh-7rem)] xl:grid-cols-[18rem_minmax(0,1fr)_26rem]">
      <section
        aria-label={labels.queue}
        tabIndex={0}
        className={clsx(PART, 'border-b xl:border-e xl:border-b-0')}
      >
        {queue}
      </section>
      <section aria-label={labels.document} tabIndex={0} className={clsx(PART, 'bg-well')}>
        {document}
      </section>
      <section
        aria-label={labels.declaration}
        tabIndex={0}
        className={clsx(PART, 'border-t xl:border-s xl:border-t-0')}
      >
        {declaration}
      </section>
    </div>
  )
}
