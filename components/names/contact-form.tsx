'use client'
import { useActionState } from 'react'
import type { FormAction } from '@/components/applications/act-form'
import { DeclaredFields, type FormView, useLabels } from '@/components/applications/declared-field'
import { CONTACT_FIELDS, type FieldSpec } from '@/components/applications/declared-fields'
import { errorsOf, FormAnswer } from '@/components/applications/form-answer'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/web/run-action'
import type { ChangeTexts } from './servers-form'

const ORGANISATION: FieldSpec = {
  name: 'organisation',
  kind: 'text',
  autoComplete: 'organization',
  optional: true,
}
const [NAME, ...REST] = CONTACT_FIELDS
const IDENTITY = NAME ? [NAME, ORGANISATION] : [ORGANISATION]

interface ContactFormProps {
  action: FormAction
  initial: FormState
  /** The holder's name stays: another holder is another dossier. */
  isHolder: boolean
  words: Omit<FormView, 'values' | 'errors'>
  texts: ChangeTexts
}

/** Changes a contact of a name. */
export function ContactForm({ action, initial, isHolder, words, texts }: ContactFormProps) {
  const [state, send] = useActionState(action, initial)
  const labelOf = useLabels(words)
  const form = { ...words, values: state.values, errors: errorsOf(state) }
  return (
    <form action={send} noValidate className="flex flex-col items-start gap-6">
      <FormAnswer state={state} title={texts.errors} labelOf={labelOf} />
      <div key={state.attempt} className="flex w-full flex-col gap-5">
        <DeclaredFields specs={IDENTITY} form={form} readOnly={isHolder} />
        <DeclaredFields specs={REST} form={form} />
      </div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
