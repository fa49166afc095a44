'use client'

import { type ReactNode, useActionState } from 'react'
import { Callout } from '@/components/ui/callout'
import type { FormState } from '@/lib/web/form-state'

interface ActionFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** What goes along unseen: ids. */
  hidden: Readonly<Record<string, string>>
  children: ReactNode
  className?: string
}

/** A form of the desk: its refusal stands above its controls, with the rule behind it. */
export function ActionForm({ action, hidden, children, className }: ActionFormProps) {
  const [state, send] = useActionState(action, { values: {}, attempt: 0 })
  return (
    <form action={send} className={className}>
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
