import type { RefusalText } from './refusal-text'

/** One question of the proof. */
export interface StepUpQuestion {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'password'
  readonly inputMode?: 'numeric'
  readonly autoComplete: string
}

/** The proof of who acts that a heavy command wants first, asked in the place of its form. */
export interface StepUpAsk {
  /** What was typed, sealed: it comes back with the proof, and the act goes on. */
  readonly kept: string
  readonly title: string
  readonly lead: string
  readonly questions: readonly StepUpQuestion[]
  readonly submit: string
  readonly pending: string
  /** The button for another mail; absent where none is sent. */
  readonly again?: string
  /** The link that gives the act up. */
  readonly back: string
  /** In a demonstration only: the code that fits now, or where its mail lies. */
  readonly demo?: { readonly text: string; readonly code?: string; readonly mailbox?: string }
}

/** What a form knows after it was sent: why it was refused, and what was typed, so that nothing is lost. */
export interface FormState {
  readonly refusal?: RefusalText
  readonly values: Readonly<Record<string, string>>
  /** Counts the answers, so that a form notices a second identical one. */
  readonly attempt: number
  /** How many of them the page gave itself, because the server did not answer. */
  readonly unanswered?: number
  readonly stepUp?: StepUpAsk
  /** What is told this one time, such as recovery codes. */
  readonly shownOnce?: readonly string[]
}

/** What a form is sent to: the answer before this one, and what it holds. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

export const EMPTY_FORM: FormState = { values: {}, attempt: 0 }

/** Changes with each answer of the server: a secret that it did not accept is typed anew, not after the old one. */
export function secretKey({ attempt, unanswered = 0 }: FormState): number {
  return attempt - unanswered
}
