'use client'

import { Button } from '@/components/ui/button'
import { StateMark } from '@/components/ui/state-mark'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/web/form-state'
import { ActionForm } from './action-form'

interface IdentityFormProps {
  action: FormAction
  hidden: Readonly<Record<string, string>>
  isCompared: boolean
  texts: Readonly<Record<'title' | 'label' | 'hint' | 'compare' | 'same' | 'pending', string>>
}

/** The agent types the number read on the copy; the portal compares it with the declared one (R-NS-13). */
export function IdentityForm({ action, hidden, isCompared, texts }: IdentityFormProps) {
  if (isCompared) return <StateMark tone="done" word={texts.same} />
  return (
    <ActionForm action={action} hidden={hidden} className="flex flex-col gap-3">
      <h2 className="font-semibold">{texts.title}</h2>
      <TextInput name="number" label={texts.label} hint={texts.hint} autoComplete="off" maxLength={40} />
      <div>
        <Button type="submit" weight="secondary" size="dense">
          {texts.compare}
        </Button>
      </div>
    </ActionForm>
  )
}
