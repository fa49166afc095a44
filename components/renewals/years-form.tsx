'use client'
import type { ReactNode } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { RefusalNote } from '@/components/applications/refusal-note'
import type { FormAction, FormState } from '@/lib/web/form-state'

interface YearsFormProps {
  action: FormAction
  initial: FormState
  /** Makes a form that is sent twice one renewal. */
  formKey: string
  /** The table, with a button for each number of years. */
  children: ReactNode
}

/** Chooses a number of years by its own button; a refusal stands above. */
export function YearsForm({ action, initial, formKey, children }: YearsFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col gap-4">
      {state.refusal && <RefusalNote key={state.attempt} text={state.refusal} />}
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  )
}
