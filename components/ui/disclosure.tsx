import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Mark } from './mark'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  className?: string
}

/** More on request, by the browser's own element: works without script and opens for a search in the page. */
export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details open={open} className={clsx('group', className)}>
      <summary className="inline-flex items-center gap-1 text-link">
        <Mark name="next" className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2 max-w-text border-s-2 border-rule ps-4">{children}</div>
    </details>
  )
}

interface WhyProps {
  /** What opens it: "why". */
  label: string
  /** What it explains, for assistive technology: the date or the rule. */
  about: string
  /** The rule as a sentence. */
  rule: ReactNode
  /** Where the rule comes from, and in which version it holds. */
  source: ReactNode
}

/** The small "why" beside a date or a refusal: the rule's sentence and its source. */
export function Why({ label, about, rule, source }: WhyProps) {
  return (
    <details className="inline-block align-top text-sm font-normal">
      <summary className="inline text-link">
        {label}
        <span className="sr-only">: {about}</span>
      </summary>
      <div className="mt-1 max-w-form border-s-2 border-rule ps-3 text-start">
        <p>{rule}</p>
        <p className="text-ink-soft">{source}</p>
      </div>
    </details>
  )
}
