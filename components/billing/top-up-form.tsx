'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { RefusalNote } from '@/components/applications/refusal-note'
import { errorsOf } from '@/components/ui/form-errors'
import { SelectInput } from '@/components/ui/select-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction, FormState } from '@/lib/web/form-state'

interface TopUpFormProps {
  action: FormAction
  initial: FormState
  currencies: readonly string[]
  hint: string
  texts: {
    readonly currency: string
    readonly amount: string
    readonly button: string
    readonly pending: string
  }
}

/** How much credit is paid in, and in which currency. */
export function TopUpForm({ action, initial, currencies, hint, texts }: TopUpFormProps) {
  const [state, sent] = useSentForm(action, initial)
  const errors = errorsOf(state)
  return (
    <form {...sent} noValidate className="flex flex-col items-start gap-4">
      {state.refusal && !errors.amount && !errors.currency && <RefusalNote text={state.refusal} />}
      <div className="flex w-full flex-col gap-4">
        <SelectInput
          name="currency"
          label={texts.currency}
          choices={currencies.map((currency) => ({ value: currency, label: currency }))}
          defaultValue={state.values.currency ?? currencies[0]}
          error={errors.currency}
        />
        <TextInput
          id="pay-in-amount"
          name="amount"
          inputMode="numeric"
          autoComplete="off"
          required
          label={texts.amount}
          hint={hint}
          defaultValue={state.values.amount}
          error={errors.amount}
        />
      </div>
      <SubmitButton weight="secondary" pendingText={texts.pending}>
        {texts.button}
      </SubmitButton>
    </form>
  )
}
