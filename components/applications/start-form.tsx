'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { type Choice, SelectInput } from '@/components/ui/select-input'
import { errorsOf } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { FormAnswer } from './form-answer'

interface StartFormProps {
  action: FormAction
  initial: FormState
  /** The years with their price. */
  years: readonly Choice[]
  texts: { years: string; hint: string; button: string; pending: string; errors: string }
}

/** Chooses the years and starts the dossier. */
export function StartForm({ action, initial, years, texts }: StartFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col items-start gap-4">
      <FormAnswer state={state} title={texts.errors} only="years" />
      <input type="hidden" name="name" value={state.values.name} />
      <div className="w-full">
        <SelectInput
          id="years"
          name="years"
          label={texts.years}
          hint={texts.hint}
          choices={years}
          defaultValue={state.values.years ?? '1'}
          error={errorsOf(state).years}
        />
      </div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
