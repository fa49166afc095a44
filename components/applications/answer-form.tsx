'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { errorsOf } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-input'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { FormAnswer } from './form-answer'

export interface AnswerTexts {
  label: string
  hint: string
  optional: string
  button: string
  pending: string
  errors: string
}

interface AnswerFormProps {
  action: FormAction
  initial: FormState
  texts: AnswerTexts
}

/** The applicant's word to the desk, sent together with what was corrected. */
export function AnswerForm({ action, initial, texts }: AnswerFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col items-start gap-4">
      <FormAnswer state={state} title={texts.errors} only="answer" />
      <div className="w-full">
        <TextArea
          id="answer"
          name="answer"
          label={texts.label}
          hint={texts.hint}
          note={texts.optional}
          maxLength={2000}
          defaultValue={state.values.answer}
          error={errorsOf(state).answer}
        />
      </div>
      <SubmitButton pendingText={texts.pending}>{texts.button}</SubmitButton>
    </form>
  )
}
