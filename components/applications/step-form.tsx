'use client'
import { useCallback } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { useCheckedForm } from '@/components/ui/checked-form'
import type { FormValues } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Step } from '@/lib/dossiers/declare/declaration.input'
import { faultsOf } from '@/lib/dossiers/declare/declaration.rule'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { type Keep, useAutosave } from './autosave'
import { type FormView, useLabels } from './declared-field'
import { FormAnswer } from './form-answer'
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
  /** The sentences of refusals, by code. */
  sentences: Readonly<Record<string, string>>
}

/** One step of the declaration. Each button keeps it; with script it is kept while one writes, too. */
export function StepForm(props: StepFormProps) {
  const { step, action, keep, initial, kept, words, context, texts, sentences } = props
  const [state, sent] = useSentForm(action, initial)
  const safely: Keep = (data) => keep(data).catch(() => texts.notKept)
  const { note, handlers, rest } = useAutosave(safely, kept)
  const check = useCallback((values: FormValues) => stepFaults(step, context, values), [step, context])
  const { form, errors, shown } = useCheckedForm({ state, check, sentences, onSent: rest })
  const labelOf = useLabels(words)
  const Fields = STEP_FIELDS[step]
  return (
    <form
      {...form}
      {...sent}
      onInput={both(form.onInput, handlers.onInput)}
      onBlur={both(form.onBlur, handlers.onBlur)}
      className="flex flex-col gap-6"
    >
      <FormAnswer state={shown} title={texts.errors} labelOf={labelOf} />
      <div className="flex flex-col gap-5">
        <Fields form={{ ...words, values: state.values, errors }} context={context} />
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {note}
      </p>
      <StepButtons first={step === 'applicant'} texts={texts} />
    </form>
  )
}

/** What the step lacks, by the rule with which the server decides. */
function stepFaults(step: Step, { isOrganisation }: StepContext, values: FormValues) {
  const applicantKind = isOrganisation ? 'organisation' : 'individual'
  return faultsOf({ applicant: { applicantKind }, [step]: values }, step)
}

function both<Event>(first: (event: Event) => void, second: (event: Event) => void) {
  return (event: Event) => {
    first(event)
    second(event)
  }
}

/** The first submit button is what Enter presses, so it goes on. */
function StepButtons({ first, texts }: { first: boolean; texts: StepTexts }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="go" value="next" pendingText={texts.pending}>
        {texts.continue}
      </SubmitButton>
      {!first && (
        <SubmitButton name="go" value="back" weight="secondary" formNoValidate>
          {texts.back}
        </SubmitButton>
      )}
      <SubmitButton name="go" value="later" weight="quiet" formNoValidate>
        {texts.later}
      </SubmitButton>
    </div>
  )
}
