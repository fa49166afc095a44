import clsx from 'clsx'
import { Mark, type MarkName } from './mark'
import { TONE_TEXT, type Tone } from './tone'

const MARKS: Readonly<Record<Tone, MarkName>> = {
  plain: 'open',
  action: 'half',
  done: 'done',
  near: 'near',
  urgent: 'urgent',
}

interface StateMarkProps {
  /** The state in a word or two. */
  word: string
  tone: Tone
  /** The mark, where the tone's own does not say it best. */
  mark?: MarkName
  className?: string
}

/** A state as a word with its mark; the colour only repeats them. */
export function StateMark({ word, tone, mark, className }: StateMarkProps) {
  return (
    <span className={clsx('inline-flex items-center gap-1.5 font-semibold', TONE_TEXT[tone], className)}>
      <Mark name={mark ?? MARKS[tone]} className="size-[1.125em]" />
      {word}
    </span>
  )
}
