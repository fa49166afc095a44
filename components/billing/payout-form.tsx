'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { StepUpPart } from '@/components/account/step-up-part'
import { errorsOf } from '@/components/ui/form-errors'
import { RefusalNote } from '@/components/applications/refusal-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction, FormState } from '@/lib/web/form-state'

interface PayoutFormProps {
  action: FormAction
  initial: FormState
  id: string
  hint: string
  texts: { amount: string; button: string; pending: string }
}

/** Asks for credit to be paid out; who asks is proved first. */
export function PayoutForm({ action, initial, id, hint, texts }: PayoutFormProps) {
  const [state, sent] = useSentForm(action, initial)
  const error = errorsOf(state).amount
  if (state.stepUp) {
    return (
      <form {...sent} noValidate>
        <StepUpPart state={state} id={id} />
      </form>
    )
  }
  return (
    <form {...sent} className="flex flex-col items-start gap-4">
      {state.refusal && !error && <RefusalNote text={state.refusal} />}
      <div className="w-full">
        <TextInput
          id={id}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          label={texts.amount}
          hint={hint}
          defaultValue={state.values.amount}
          error={error}
        />
      </div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
