'use client'
import { useSentForm } from '@/components/ui/sent-form'
import { Checkbox } from '@/components/ui/checkbox'
import { errorsOf } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { FormAnswer } from './form-answer'

export interface FileTexts {
  accept: string
  button: string
  pending: string
  errors: string
}

interface FileFormProps {
  action: FormAction
  initial: FormState
  termsVersion: string
  texts: FileTexts
  /** Why it cannot be filed yet, in words. */
  reason?: string
}

/** Accepts the terms and files the dossier. */
export function FileForm({ action, initial, termsVersion, texts, reason }: FileFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col items-start gap-4">
      <FormAnswer state={state} title={texts.errors} only="accepted" />
      <input type="hidden" name="termsVersion" value={termsVersion} />
      <div>
        <Checkbox
          id="accepted"
          name="accepted"
          label={texts.accept}
          defaultChecked={state.values.accepted === 'on'}
          error={errorsOf(state).accepted}
        />
      </div>
      <SubmitButton pendingText={texts.pending} reason={reason}>
        {texts.button}
      </SubmitButton>
    </form>
  )
}
