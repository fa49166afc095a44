'use client'
import { type FormEvent, type FocusEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form'
import type { FormState } from '@/lib/web/form-state'
import { errorsOf, type FormCheck, sentencesOf, typedValues } from './form-errors'

export interface CheckedFormOptions {
  /** What came back from the server. */
  state: FormState
  /** The check that the command makes too; without it the form is sent unchecked. */
  check?: FormCheck
  /** The sentences of refusals by code (`formSentences`), the very ones of the server. */
  sentences: Readonly<Record<string, string>>
  /** Called when the form is really sent. */
  onSent?: () => void
}

/** A dot in a field's name would be a path to react-hook-form. */
const keyOf = (name: string) => name.replaceAll('.', '/')
const nameOf = (key: string) => key.replaceAll('/', '.')

function asFieldErrors(errors: Readonly<Record<string, string>>): FieldErrors {
  const entries = Object.entries(errors).map(([name, message]) => [keyOf(name), { type: 'refused', message }])
  return Object.fromEntries(entries) as FieldErrors
}

/**
 * A plain `<form action>` whose fields are checked while one fills it in: a field when it is left after it was
 * changed, a wrong one with every key, and all when the form is sent; a button with `formNoValidate` sends it
 * unchecked. What is typed stays in the page alone: react-hook-form keeps only what is wrong with it. Without
 * script, or where a check has no sentence, the server tells the same.
 */
export function useCheckedForm({ state, check, sentences, onSent }: CheckedFormOptions) {
  const form = useRef<HTMLFormElement>(null)
  const [stopped, setStopped] = useState<FormState>()
  const refused = useMemo(() => asFieldErrors(errorsOf(state)), [state])
  const told = () => (check && form.current ? sentencesOf(check(typedValues(form.current)), sentences) : {})
  const resolver: Resolver = () => ({ values: {}, errors: asFieldErrors(told()) })
  const { handleSubmit, trigger, formState } = useForm({ resolver, errors: refused, shouldFocusError: false })
  const { errors } = formState
  const send = useSending(form, handleSubmit, onSent, () => {
    setStopped({ ...state, refusal: { message: '', fields: told() } })
  })
  const fields = useFieldWatch((name, isLeft) => {
    if (check && (isLeft || errors[keyOf(name)])) void trigger(keyOf(name))
  })
  return {
    /** For the `<form>`: it still needs its `action`. */
    form: { ref: form, noValidate: true, onSubmit: check ? send : onSent, ...fields },
    /** The sentence of each wrong field by its name. */
    errors: Object.fromEntries(
      Object.entries(errors).map(([key, error]) => [nameOf(key), String(error?.message ?? '')]),
    ),
    /** What to tell above the form: the server's answer, or what stopped it here. */
    shown: stopped?.attempt === state.attempt ? stopped : state,
  }
}

type HandleSubmit = ReturnType<typeof useForm>['handleSubmit']

/** Checks on submit, and sends the same submit again when all is well, so that React's form action carries it. */
function useSending(
  form: React.RefObject<HTMLFormElement | null>,
  handleSubmit: HandleSubmit,
  onSent: (() => void) | undefined,
  onStopped: () => void,
) {
  const isChecked = useRef(false)
  return (event: FormEvent<HTMLFormElement>) => {
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    if (isChecked.current || submitter?.formNoValidate) {
      isChecked.current = false
      onSent?.()
      return
    }
    const again = () => {
      isChecked.current = true
      // In a new task: a browser ignores a submit while the event of the first one is still on its way.
      setTimeout(() => form.current?.requestSubmit(submitter))
    }
    void handleSubmit(again, onStopped)(event)
  }
}

/** Tells which field is typed in, and which is left after it was changed. */
function useFieldWatch(tell: (name: string, isLeft: boolean) => void) {
  const changed = useRef(new Set<string>())
  const isPressing = useRef(false)
  const nameIn = (event: { target: EventTarget }) => (event.target as HTMLInputElement).name
  return {
    onInput: (event: FormEvent<HTMLFormElement>) => {
      changed.current.add(nameIn(event))
      tell(nameIn(event), false)
    },
    // A sentence that appears while a button is being pressed would move the button away from the pointer.
    onPointerDownCapture: (event: PointerEvent<HTMLFormElement>) => {
      isPressing.current = (event.target as Element).closest('button, a') !== null
    },
    onBlur: (event: FocusEvent<HTMLFormElement>) => {
      if (!isPressing.current && changed.current.has(nameIn(event))) tell(nameIn(event), true)
      isPressing.current = false
    },
  }
}
