'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { Callout } from '../ui/callout'
import { SubmitButton } from '../ui/submit-button'

interface ActButtonProps {
  action: FormAction
  hidden: Readonly<Record<string, string>>
  button: string
  pending: string
  /** Which row it acts on, for assistive technology. */
  about: string
}

/** One act on one row of a list; a refusal stands above its button. */
export function ActButton({ action, hidden, button, pending, about }: ActButtonProps) {
  const [state, sent] = useSentForm(action, EMPTY_FORM)
  return (
    <form {...sent} className="flex flex-col items-start gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.refusal && <Callout key={state.attempt} kind="refusal" live title={state.refusal.message} />}
      <SubmitButton weight="secondary" size="dense" pendingText={pending}>
        {button}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
    </form>
  )
}
