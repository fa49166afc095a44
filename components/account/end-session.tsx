'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { SubmitButton } from '../ui/submit-button'

interface EndSessionProps {
  action: FormAction
  sessionId: string
  texts: {
    readonly submit: string
    readonly pending: string
    /** Which session, for assistive technology. */
    readonly about: string
  }
}

/** Ends one session. */
export function EndSession({ action, sessionId, texts }: EndSessionProps) {
  const [state, sent] = useSentForm(action, EMPTY_FORM)
  return (
    <form {...sent} className="flex flex-col items-end gap-1">
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
