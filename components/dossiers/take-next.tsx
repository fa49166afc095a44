'use client'

import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/web/form-state'
import { ActionForm } from './action-form'

interface TakeNextProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  label: string
  pending: string
}

/** The button that takes the next dossier in order. */
export function TakeNext({ action, label, pending }: TakeNextProps) {
  return (
    <ActionForm action={action} hidden={{}}>
      <SubmitButton pendingText={pending}>{label}</SubmitButton>
    </ActionForm>
  )
}
