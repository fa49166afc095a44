import { StateMark } from '@/components/ui/state-mark'

/** A document's verdict as word and mark; `words` are the three states' words. */
export function VerdictMark({
  verdict,
  words,
}: {
  verdict: 'ACCEPTED' | 'REJECTED' | null
  words: { accepted: string; rejected: string; open: string }
}) {
  if (verdict === 'ACCEPTED') return <StateMark tone="done" word={words.accepted} />
  if (verdict === 'REJECTED') return <StateMark tone="urgent" mark="refused" word={words.rejected} />
  return <StateMark tone="plain" word={words.open} />
}
