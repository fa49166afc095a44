'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { RefusalNote } from '@/components/applications/refusal-note'
import { errorsOf } from '@/components/ui/form-errors'
import { type CardChoice, RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'

interface AutoRenewFormProps {
  action: FormAction
  initial: FormState
  choices: readonly CardChoice[]
  texts: { readonly label: string; readonly button: string; readonly pending: string }
}

/** Whether a name renews itself, and from what. */
export function AutoRenewForm({ action, initial, choices, texts }: AutoRenewFormProps) {
  const [state, sent] = useSentForm(action, initial)
  const error = errorsOf(state).autoRenew
  return (
    <form {...sent} className="flex flex-col items-start gap-4">
      {state.refusal && !error && <RefusalNote key={state.attempt} text={state.refusal} />}
      <RadioCards
        id="autoRenew"
        name="autoRenew"
        label={texts.label}
        choices={choices}
        defaultValue={state.values.autoRenew}
        error={error}
      />
      <SubmitButton weight="secondary" pendingText={texts.pending}>
        {texts.button}
      </SubmitButton>
    </form>
  )
}
