'use client'
import { useActionState, useRef } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Step } from '@/lib/dossiers/declare/declaration.input'
import type { FormState } from '@/lib/web/run-action'
import type { FormAction } from './act-form'
import { type Keep, useAutosave } from './autosave'
import { type FormView, useLabels } from './declared-field'
import { errorsOf, FormAnswer } from './form-answer'
import { STEP_FIELDS, type StepContext } from './step-fields'

export interface StepTexts {
  errors: string
  continue: string
  back: string
  later: string
  pending: string
  /** Shown when keeping by itself failed. */
  notKept: string
}

interface StepFormProps {
  step: Step
  action: FormAction
  /** Keeps the draft without leaving the page. */
  keep: Keep
  initial: FormState
  /** When the draft was last kept, as a sentence. */
  kept: string
  words: Omit<FormView, 'values' | 'errors'>
  context: StepContext
  texts: StepTexts
}

/** One step of the declaration. Each button keeps it; with script it is kept while one writes, too. */
export function StepForm({ step, action, keep, initial, kept, words, context, texts }: StepFormProps) {
  const [state, send] = useActionState(action, initial)
  const form = useRef<HTMLFormElement>(null)
  const safely: Keep = (data) => keep(data).catch(() => texts.notKept)
  const { note, handlers, rest } = useAutosave(form, safely, kept)
  const labelOf = useLabels(words)
  const Fields = STEP_FIELDS[step]
  return (
    <form ref={form} action={send} onSubmit={rest} {...handlers} noValidate className="flex flex-col gap-6">
      <FormAnswer state={state} title={texts.errors} labelOf={labelOf} />
      <div key={state.attempt} className="flex flex-col gap-5">
        <Fields form={{ ...words, values: state.values, errors: errorsOf(state) }} context={context} />
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {note}
      </p>
      <StepButtons first={step === 'applicant'} texts={texts} />
    </form>
  )
}

/** The first submit button is what Enter presses, so it goes on. */
function StepButtons({ first, texts }: { first: boolean; texts: StepTexts }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="go" value="next" pendingText={texts.pending}>
        {texts.continue}
      </SubmitButton>
      {!first && (
        <SubmitButton name="go" value="back" weight="secondary">
          {texts.back}
        </SubmitButton>
      )}
      <SubmitButton name="go" value="later" weight="quiet">
        {texts.later}
      </SubmitButton>
    </div>
  )
}
