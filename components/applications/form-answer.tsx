'use client'
import { useMemo } from 'react'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import type { FormState } from '@/lib/web/run-action'
import { RefusalNote } from './refusal-note'

/** The sentence of each field that did not fit; a refusal of one field is that field's. */
export function errorsOf({ refusal }: FormState): Readonly<Record<string, string>> {
  if (!refusal) return {}
  return refusal.field ? { [refusal.field]: refusal.message, ...refusal.fields } : refusal.fields
}

/** What came back to a form: its errors with links to the fields, or the refusal of the whole. */
export function FormAnswer({ state, title }: { state: FormState; title: string }) {
  const errors = useMemo<readonly SummaryError[]>(
    () => Object.entries(errorsOf(state)).map(([fieldId, message]) => ({ fieldId, message })),
    [state],
  )
  if (!state.refusal) return null
  if (errors.length === 0) return <RefusalNote text={state.refusal} />
  return <ErrorSummary title={title} errors={errors} />
}
