import 'server-only'
import { Callout } from '@/components/ui/callout'
import type { Refusal } from '@/lib/kernel/result'
import { refusalText } from '@/lib/web/refusal-text'

/** Why a name cannot be renewed now, and the rule that says so. */
export async function RefusalCallout({ refusal }: { refusal: Refusal }) {
  const { message, rule } = await refusalText(refusal)
  return <Callout kind="refusal" title={message} why={rule && `${rule.text} (${rule.id})`} />
}
