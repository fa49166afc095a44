'use client'
import { Link } from '@/lib/i18n/link'
import { Callout } from '../ui/callout'
import { CopyButton } from '../ui/copy-button'

export interface ShownOnceTexts {
  readonly title: string
  readonly lead: string
  readonly copy: string
  readonly copied: string
  /** The link that goes on, once they are kept. */
  readonly go: string
  readonly href: string
}

/** Secrets that are told this one time: to be copied, printed or written down before going on. */
export function ShownOnce({ lines, texts }: { lines: readonly string[]; texts: ShownOnceTexts }) {
  return (
    <div className="flex max-w-form flex-col gap-5">
      <Callout kind="warning" live title={texts.title} why={texts.lead} />
      <ol translate="no" className="grid list-decimal gap-x-8 gap-y-1 ps-8 font-semibold sm:grid-cols-2">
        {lines.map((line) => (
          <li key={line} className="tracking-wide tabular-nums">
            {line}
          </li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap items-center gap-4">
        <CopyButton value={lines.join('\n')} label={texts.copy} copiedLabel={texts.copied} />
        <Link href={texts.href} className="text-link">
          {texts.go}
        </Link>
      </div>
    </div>
  )
}
