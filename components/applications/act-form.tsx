'use client'
import { type ReactNode, useActionState } from 'react'
import type { ButtonSize, ButtonWeight } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/web/run-action'
import { RefusalNote } from './refusal-note'

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

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
  const [state, send] = useActionState(action, initial)
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      {state.refusal && <RefusalNote key={state.attempt} text={state.refusal} />}
      {children}
      <SubmitButton weight={weight} size={size} pendingText={pending} aria-label={label}>
        {button}
      </SubmitButton>
    </form>
  )
}
