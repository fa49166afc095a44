'use client'
import { type SyntheticEvent, useActionState } from 'react'
import type { FormAction, FormState } from '@/lib/web/form-state'

/** What the `<form>` of a server action is given. */
interface SentForm {
  readonly action: (form: FormData) => void
  readonly onReset: (event: SyntheticEvent) => void
}

/**
 * A form's last answer, and what its `<form>` needs to be sent. React empties a form after its action: here it keeps,
 * after a refusal, all that stands in it, also what was typed while it was on its way. Without script the server
 * sends the page again with the values of the answer.
 */
export function useSentForm(action: FormAction, initial: FormState): [FormState, SentForm] {
  const [state, send] = useActionState(action, initial)
  const onReset = (event: SyntheticEvent) => {
    if (state.refusal || state.stepUp) event.preventDefault()
  }
  return [state, { action: send, onReset }]
}
