import type { ReactNode } from 'react'
import { Stamp } from '../ui/stamp'

interface LostPageProps {
  title: string
  why: string
  /** What one can do now. */
  children: ReactNode
  /** What the stamp says: word, foot. */
  stamp: { word: string; date: string; number: string }
}

/** A page that is not there or failed: what, why, what next, and the stamp of it. */
export function LostPage({ title, why, children, stamp }: LostPageProps) {
  return (
    <div className="mx-auto grid max-w-page items-center gap-8 px-4 pt-16 sm:grid-cols-[1fr_auto] sm:px-6">
      <div className="flex max-w-text flex-col gap-4">
        <h1 className="text-xl font-semibold sm:text-2xl">{title}</h1>
        <p className="text-lg text-ink-soft">{why}</p>
        <div className="flex flex-wrap gap-3">{children}</div>
      </div>
      <Stamp {...stamp} shape="seal" className="size-48 justify-self-center" />
    </div>
  )
}
