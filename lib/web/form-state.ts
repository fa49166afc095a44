import type { RefusalText } from './refusal-text'

/** What a form knows after it was sent: why it was refused, and what was typed, so that nothing is lost. */
export interface FormState {
  readonly refusal?: RefusalText
  readonly values: Readonly<Record<string, string>>
  /** Counts the answers, so that a form notices a second identical one. */
  readonly attempt: number
}

export const EMPTY_FORM: FormState = { values: {}, attempt: 0 }
