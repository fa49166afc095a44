import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

interface PageHeaderProps {
  title: ReactNode
  crumbs?: readonly Crumb[]
  /** One or two sentences on what the page is for. */
  lead?: ReactNode
  /** The state of the thing, beside its title. */
  state?: ReactNode
  /** What can be done with it. */
  actions?: ReactNode
  /** The stamp that the thing bears. */
  stamp?: ReactNode
}

/** The head of a page, closed by the double line of an account book. */
export function PageHeader({ title, crumbs, lead, state, actions, stamp }: PageHeaderProps) {
  return (
    <header className="ledger-rule mb-6 flex items-end justify-between gap-6 pb-4">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {crumbs && <Breadcrumbs crumbs={crumbs} />}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">{title}</h1>
          {state}
        </div>
        {lead && <div className="max-w-text text-ink-soft">{lead}</div>}
        {actions && <div className="no-print mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {stamp && <div className="hidden shrink-0 sm:block">{stamp}</div>}
    </header>
  )
}
