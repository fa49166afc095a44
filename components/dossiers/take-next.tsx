'use client'

import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/web/form-state'
import { ActionForm } from './action-form'

interface TakeNextProps {
  action: FormAction
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
