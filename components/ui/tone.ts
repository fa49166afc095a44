/** How a thing stands. A tone colours what a word and a mark already say; it never speaks alone. */
export type Tone = 'plain' | 'action' | 'done' | 'near' | 'urgent'

export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  plain: 'text-ink-soft',
  action: 'text-action',
  done: 'text-done',
  near: 'text-near',
  urgent: 'text-stamp',
}

export const TONE_WASH: Readonly<Record<Tone, string>> = {
  plain: 'bg-well',
  action: 'bg-action-wash',
  done: 'bg-done-wash',
  near: 'bg-near-wash',
  urgent: 'bg-stamp-wash',
}
