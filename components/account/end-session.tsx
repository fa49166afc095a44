'use client'
import { useActionState } from 'react'
import type { FormState } from '@/lib/web/run-action'
import { SubmitButton } from '../ui/submit-button'

interface EndSessionProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  sessionId: string
  texts: {
    readonly submit: string
    readonly pending: string
    /** Which session, for assistive technology. */
    readonly about: string
  }
}

const EMPTY: FormState = { values: {}, attempt: 0 }

/** Ends one session. */
export function EndSession({ action, sessionId, texts }: EndSessionProps) {
  const [state, send] = useActionState(action, EMPTY)
  return (
    <form action={send} className="flex flex-col items-end gap-1">
      <input type="hidden" name="sessionId" value={sessionId} />
      <SubmitButton weight="secondary" size="dense" pendingText={texts.pending}>
        {texts.submit}
        <span className="sr-only">: {texts.about}</span>
      </SubmitButton>
      {state.refusal && (
        <p role="alert" className="text-sm font-semibold text-stamp">
          {state.refusal.message}
        </p>
      )}
    </form>
  )
}
