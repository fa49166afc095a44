import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Mark, type MarkName } from './mark'
import { TONE_TEXT, TONE_WASH, type Tone } from './tone'

export type CalloutKind = 'info' | 'done' | 'warning' | 'refusal'

const KINDS: Readonly<Record<CalloutKind, { tone: Tone; mark: MarkName; edge: string }>> = {
  info: { tone: 'action', mark: 'info', edge: 'border-action' },
  done: { tone: 'done', mark: 'done', edge: 'border-done' },
  warning: { tone: 'near', mark: 'near', edge: 'border-near' },
  refusal: { tone: 'urgent', mark: 'refused', edge: 'border-stamp' },
}

interface CalloutProps {
  kind: CalloutKind
  /** What is the case. */
  title: ReactNode
  /** Why it is so; for a refusal, the rule. */
  why?: ReactNode
  /** What to do next. */
  next?: ReactNode
  children?: ReactNode
  id?: string
  /** Read out at once when it appears after an act of the reader. */
  live?: boolean
}

/** A message that stands beside what it concerns: what, why, and what to do next. */
export function Callout({ kind, title, why, next, children, id, live }: CalloutProps) {
  const { tone, mark, edge } = KINDS[kind]
  return (
    <div
      id={id}
      role={live ? (kind === 'refusal' ? 'alert' : 'status') : undefined}
      className={clsx('flex max-w-text gap-3 border-s-4 px-4 py-3', edge, TONE_WASH[tone])}
    >
      <Mark name={mark} className={`mt-0.5 size-5 ${TONE_TEXT[tone]}`} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {why && <div className="text-ink">{why}</div>}
        {children}
        {next && <div className="mt-1">{next}</div>}
      </div>
    </div>
  )
}
