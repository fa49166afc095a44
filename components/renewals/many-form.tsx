'use client'
import type { ReactNode } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { RefusalNote } from '@/components/applications/refusal-note'
import { SelectInput } from '@/components/ui/select-input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'

interface ManyFormProps {
  action: FormAction
  initial: FormState
  formKey: string
  /** Tells the forms of two currencies apart. */
  id: string
  years: readonly { readonly value: string; readonly label: string }[]
  texts: {
    readonly all: string
    readonly allHint: string
    readonly recalculate: string
    readonly renew: string
    readonly pending: string
  }
  /** The table of the names, each with its number of years. */
  children: ReactNode
}

/** Many names in one form. A changed number of years is calculated first: nothing is asked for at another amount. */
export function ManyForm({ action, initial, formKey, id, years, texts, children }: ManyFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col gap-5">
      {state.refusal && <RefusalNote key={state.attempt} text={state.refusal} />}
      <input type="hidden" name="key" value={formKey} />
      {children}
      <div className="flex flex-wrap items-end gap-4">
        <SelectInput id={`all-${id}`} name="all" label={texts.all} hint={texts.allHint} choices={years} />
        <SubmitButton name="intent" value="recalculate" weight="secondary">
          {texts.recalculate}
        </SubmitButton>
      </div>
      <div>
        <SubmitButton name="intent" value="renew" pendingText={texts.pending}>
          {texts.renew}
        </SubmitButton>
      </div>
    </form>
  )
}
