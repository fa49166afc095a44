import type { ReactNode } from 'react'
import { PageFrame } from '../shell/page-frame'
import { PageHeader } from '../ui/page-header'

interface AccountPageProps {
  title: string
  lead?: ReactNode
  /** What was just done, told above the form. */
  notice?: ReactNode
  children: ReactNode
}

/** The room of a page about one's account: one narrow column. Server only. */
export function AccountPage({ title, lead, notice, children }: AccountPageProps) {
  return (
    <PageFrame>
      <div className="mx-auto max-w-form">
        <PageHeader title={title} lead={lead} />
        <div className="flex flex-col gap-6">
          {notice}
          {children}
        </div>
      </div>
    </PageFrame>
  )
}
