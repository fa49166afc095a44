'use client'

import { Button } from '@/components/ui/button'
import { type Choice, SelectInput } from '@/components/ui/select-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/web/form-state'
import { ActionForm } from './action-form'

interface VerdictFormProps {
  action: FormAction
  hidden: Readonly<Record<string, string>>
  reasons: readonly Choice[]
  texts: Readonly<Record<'accept' | 'reject' | 'reason' | 'note' | 'none' | 'pending', string>>
}

/** Accept a document, or reject it with a typed reason. */
export function VerdictForm({ action, hidden, reasons, texts }: VerdictFormProps) {
  return (
    <div className="flex flex-wrap items-start gap-6 border border-rule bg-sheet p-4">
      <ActionForm action={action} hidden={{ ...hidden, verdict: 'ACCEPTED' }}>
        <SubmitButton data-key="a" pendingText={texts.pending}>
          {texts.accept}
        </SubmitButton>
      </ActionForm>
      <ActionForm
        action={action}
        hidden={{ ...hidden, verdict: 'REJECTED' }}
        className="flex flex-wrap items-end gap-3"
      >
        <SelectInput
          name="reason"
          data-key="r"
          label={texts.reason}
          choices={[{ value: '', label: texts.none }, ...reasons]}
        />
        <TextInput name="note" label={texts.note} maxLength={1000} />
        <Button type="submit" weight="secondary">
          {texts.reject}
        </Button>
      </ActionForm>
    </div>
  )
}
