'use client'

import type { ReactNode } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { Callout } from '@/components/ui/callout'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'

interface ActionFormProps {
  action: FormAction
  /** What goes along unseen: ids. */
  hidden: Readonly<Record<string, string>>
  children: ReactNode
  className?: string
}

/** A form of the desk: its refusal stands above its controls, with the rule behind it. */
export function ActionForm({ action, hidden, children, className }: ActionFormProps) {
  const [state, sent] = useSentForm(action, EMPTY_FORM)
  return (
    <form {...sent} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.refusal && (
        <div className="mb-3">
          <Callout
            key={state.attempt}
            kind="refusal"
            live
            title={Object.values(state.refusal.fields)[0] ?? state.refusal.message}
            why={state.refusal.rule && `${state.refusal.rule.text} (${state.refusal.rule.id})`}
          />
        </div>
      )}
      {children}
    </form>
  )
}
