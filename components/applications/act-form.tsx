'use client'
import type { ReactNode } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import type { ButtonSize, ButtonWeight } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { RefusalNote } from './refusal-note'

interface ActFormProps {
  action: FormAction
  initial: FormState
  button: string
  pending: string
  weight?: ButtonWeight
  size?: ButtonSize
  /** What the button does, for assistive technology, where its word alone does not say it. */
  label?: string
  children?: ReactNode
}

/** One act behind one button; a refusal stands above it. */
export function ActForm({ action, initial, button, pending, weight, size, label, children }: ActFormProps) {
  const [state, sent] = useSentForm(action, initial)
  return (
    <form {...sent} className="flex flex-col items-start gap-3">
      {state.refusal && <RefusalNote key={state.attempt} text={state.refusal} />}
      {children}
      <SubmitButton weight={weight} size={size} pendingText={pending} aria-label={label}>
        {button}
      </SubmitButton>
    </form>
  )
}
