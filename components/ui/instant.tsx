import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { InstantText } from '@/lib/i18n/format'

interface InstantProps {
  /** What `instantText` made of the instant. */
  at: InstantText
  /** A `Why` with the rule behind the date. */
  why?: ReactNode
}

/**
 * A date with its zone, how far it is, the reader's own time when that differs, and why.
 * Stands in a block, not in a paragraph: a "why" opens below it. Server only.
 */
export function Instant({ at, why }: InstantProps) {
  const t = useTranslations('ui')
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <time dateTime={at.iso}>
        <span className="whitespace-nowrap">{at.text}</span>
        {at.zone && <span className="ms-1 inline-block text-sm text-ink-soft">{at.zone}</span>}
      </time>
      {at.relative && <span className="text-sm text-ink-soft">{at.relative}</span>}
      {at.reader && <span className="text-sm text-ink-soft">{t('yourTime', { moment: at.reader })}</span>}
      {why}
    </span>
  )
}
