import { Callout } from '@/components/ui/callout'
import type { RefusalText } from '@/lib/web/refusal-text'

/** A refusal where it happened: what and what next, and the rule behind it. */
export function RefusalNote({ text, children }: { text: RefusalText; children?: React.ReactNode }) {
  return (
    <Callout
      kind="refusal"
      live
      title={text.message}
      why={text.rule && `${text.rule.text} (${text.rule.id})`}
      next={children}
    />
  )
}
