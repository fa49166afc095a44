'use client'
import { useMemo } from 'react'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { errorsOf } from '@/components/ui/form-errors'
import type { FormState } from '@/lib/web/run-action'
import { RefusalNote } from './refusal-note'

interface FormAnswerProps {
  state: FormState
  title: string
  /** The label of a field, where a form has more than one; keep it the same between renders. */
  labelOf?: (fieldId: string) => string | undefined
  /** The one field that the form has; what concerns anything else is told as a whole. */
  only?: string
}

/** What came back to a form: its errors with links to the fields, or the refusal of the whole. */
export function FormAnswer({ state, title, labelOf, only }: FormAnswerProps) {
  const errors = useMemo<readonly SummaryError[]>(
    () =>
      Object.entries(errorsOf(state)).map(([fieldId, message]) => ({
        fieldId,
        message: [labelOf?.(fieldId), message].filter(Boolean).join(': '),
      })),
    [state, labelOf],
  )
  if (!state.refusal) return null
  const isElsewhere = only !== undefined && !errors.some((error) => error.fieldId === only)
  if (errors.length === 0 || isElsewhere) return <RefusalNote text={state.refusal} />
  return <ErrorSummary title={title} errors={errors} />
}
