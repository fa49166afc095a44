'use client'
import type { ReactNode } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { type FormView, useLabels } from '@/components/applications/declared-field'
import { FormAnswer } from '@/components/applications/form-answer'
import { useCheckedForm } from '@/components/ui/checked-form'
import type { FormCheck } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'

export interface ChangeFormProps {
  action: FormAction
  initial: FormState
  words: Omit<FormView, 'values' | 'errors'>
  texts: { readonly button: string; readonly pending: string; readonly errors: string }
  /** The sentences of refusals, by code. */
  sentences: Readonly<Record<string, string>>
}

interface ChangeProps extends ChangeFormProps {
  check: FormCheck
  /** The fields with what stands in them. */
  children: (form: FormView) => ReactNode
}

/** Changes something of a name at its registry: the form around its fields. */
export function ChangeForm({ action, initial, words, texts, sentences, check, children }: ChangeProps) {
  const [state, sent] = useSentForm(action, initial)
  const { form, errors, shown } = useCheckedForm({ state, check, sentences })
  const labelOf = useLabels(words)
  return (
    <form {...form} {...sent} className="flex flex-col items-start gap-6">
      <FormAnswer state={shown} title={texts.errors} labelOf={labelOf} />
      <div className="flex w-full flex-col gap-5">{children({ ...words, values: state.values, errors })}</div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
