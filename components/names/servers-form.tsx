'use client'
import { useActionState } from 'react'
import type { FormAction } from '@/components/applications/act-form'
import { type FormView, useLabels } from '@/components/applications/declared-field'
import { errorsOf, FormAnswer } from '@/components/applications/form-answer'
import { NameServerFields } from '@/components/applications/name-server-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/web/run-action'

export interface ChangeTexts {
  button: string
  pending: string
  errors: string
}

interface ServersFormProps {
  action: FormAction
  initial: FormState
  nameAscii: string
  words: Omit<FormView, 'values' | 'errors'>
  texts: ChangeTexts
}

/** Changes the name servers of a name. */
export function ServersForm({ action, initial, nameAscii, words, texts }: ServersFormProps) {
  const [state, send] = useActionState(action, initial)
  const labelOf = useLabels(words)
  const form = { ...words, values: state.values, errors: errorsOf(state) }
  return (
    <form action={send} noValidate className="flex flex-col items-start gap-6">
      <FormAnswer state={state} title={texts.errors} labelOf={labelOf} />
      <div key={state.attempt} className="w-full">
        <NameServerFields form={form} nameAscii={nameAscii} />
      </div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
