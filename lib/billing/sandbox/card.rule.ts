/** The test cards. No real card number is ever wanted here, and none is accepted. */
export type CardVerdict =
  | { readonly outcome: 'accepted' | 'declined'; readonly end: string; readonly laterDeclined: boolean }
  | { readonly outcome: 'not-a-test-card'; readonly end: ''; readonly laterDeclined: false }

export const ACCEPTED_CARD = '4111 1111 1111 1111'
export const DECLINED_CARD = '4000 0000 0000 0002'

/** Pays on the page; kept, it is declined when it is charged later. */
export const LATER_DECLINED_CARD = '4000 0000 0000 0341'

const CARDS: readonly (readonly [string, 'accepted' | 'declined', boolean])[] = [
  [ACCEPTED_CARD, 'accepted', false],
  [LATER_DECLINED_CARD, 'accepted', true],
  [DECLINED_CARD, 'declined', false],
]

/** Decides about a card number as it was typed: only the test cards are known. */
export function decideCard(typed: string): CardVerdict {
  const digits = typed.replace(/[\s-]/g, '')
  const known = CARDS.find(([number]) => number.replaceAll(' ', '') === digits)
  if (!known) return { outcome: 'not-a-test-card', end: '', laterDeclined: false }
  const [, outcome, laterDeclined] = known
  return { outcome, end: digits.slice(-4), laterDeclined }
}
