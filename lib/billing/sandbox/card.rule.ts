/** The test cards. No real card number is ever wanted here, and none is accepted. */
export type CardVerdict =
  | { readonly outcome: 'accepted' | 'declined'; readonly end: string }
  | { readonly outcome: 'not-a-test-card'; readonly end: '' }

export const ACCEPTED_CARD = '4111 1111 1111 1111'
export const DECLINED_CARD = '4000 0000 0000 0002'

/** Decides about a card number as it was typed: only the two test cards are known. */
export function decideCard(typed: string): CardVerdict {
  const digits = typed.replace(/[\s-]/g, '')
  if (digits === ACCEPTED_CARD.replaceAll(' ', '')) return { outcome: 'accepted', end: digits.slice(-4) }
  if (digits === DECLINED_CARD.replaceAll(' ', '')) return { outcome: 'declined', end: digits.slice(-4) }
  return { outcome: 'not-a-test-card', end: '' }
}
