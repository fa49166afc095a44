'use client'
import { type SyntheticEvent, useActionState } from 'react'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { digestOf, useErrorTexts } from './error-texts'

/** What the `<form>` of a server action is given. */
interface SentForm {
  readonly action: (form: FormData) => void
  readonly onReset: (event: SyntheticEvent) => void
}

/**
 * A form's last answer, and what its `<form>` needs to be sent. Nothing typed is lost: React empties a form after its
 * action, which here keeps, after a refusal, all that stands in it, also what was typed while it was on its way; and
 * a form whose server does not answer says so. Without script the server sends the page again with the values of the
 * answer: it has to be given the very action for that.
 */
export function useSentForm(action: FormAction, initial: FormState): [FormState, SentForm] {
  const { unsent } = useErrorTexts()
  const isBrowser = typeof window !== 'undefined'
  const [state, send] = useActionState(isBrowser ? answered(action, unsent) : action, initial)
  const onReset = (event: SyntheticEvent) => {
    if (state.refusal || state.stepUp) event.preventDefault()
  }
  return [state, { action: send, onReset }]
}

/** The action with an answer of its own for a connection that broke; a redirect, and a fault that was logged, go on. */
function answered(action: FormAction, unsent: string): FormAction {
  return async (before, form) => {
    try {
      return await action(before, form)
    } catch (error) {
      if (digestOf(error) !== undefined) throw error
      const { attempt, unanswered = 0 } = before
      const refusal = { message: unsent, fields: {} }
      return { ...before, refusal, attempt: attempt + 1, unanswered: unanswered + 1 }
    }
  }
}
