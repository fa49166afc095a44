'use client'
import { type ReactNode, useMemo } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { EMPTY_FORM, type FormAction, type FormState } from '@/lib/web/form-state'
import { StepUpPart } from '../account/step-up-part'
import type { ButtonWeight } from '../ui/button-style'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { ErrorSummary } from '../ui/error-summary'
import { errorsOf } from '../ui/form-errors'
import { type Choice, SelectInput } from '../ui/select-input'
import { SubmitButton } from '../ui/submit-button'
import { TextArea, TextInput } from '../ui/text-input'

/** One question: a line, several lines, a list (with `choices`) or something to tick. */
export interface OrderField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind?: 'line' | 'lines' | 'tick'
  /** What a line holds, where the browser can help with it. */
  readonly type?: 'email' | 'date'
  readonly choices?: readonly Choice[]
  readonly value?: string
  readonly maxLength?: number
}

interface OrderFormProps {
  /** Distinguishes the controls of several forms on one page. */
  id: string
  action: FormAction
  fields: readonly OrderField[]
  /** What is sent along without being asked. */
  hidden?: Readonly<Record<string, string>>
  texts: {
    readonly submit: string
    readonly pending: string
    /** Stands over the answers that need a change. */
    readonly summary: string
  }
  weight?: ButtonWeight
  /** Why it cannot be sent, in words. */
  reason?: string
  /** What will be true afterwards, above the button. */
  children?: ReactNode
}

/**
 * A form about an order on a name: works without script, keeps what was typed, and asks for the proof of who acts
 * where its act is a heavy one.
 */
export function OrderForm(props: OrderFormProps) {
  const [state, sent] = useSentForm(props.action, EMPTY_FORM)
  return (
    <form {...sent} noValidate className="flex max-w-form flex-col gap-5">
      {state.stepUp ? <StepUpPart state={state} id={props.id} /> : <Questions {...props} state={state} />}
    </form>
  )
}

function Questions(props: OrderFormProps & { state: FormState }) {
  const { id, fields, hidden = {}, texts, weight, reason, children, state } = props
  const errors = errorsOf(state)
  return (
    <>
      <Refused id={id} state={state} fields={fields} summary={texts.summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Question
          key={field.name}
          field={{ ...field, value: state.values[field.name] ?? field.value }}
          id={`${id}-${field.name}`}
          error={errors[field.name]}
        />
      ))}
      {children}
      <div>
        <SubmitButton pendingText={texts.pending} weight={weight} {...(reason && { reason })}>
          {texts.submit}
        </SubmitButton>
      </div>
    </>
  )
}

interface RefusedProps {
  id: string
  state: FormState
  fields: readonly OrderField[]
  summary: string
}

/** Errors of fields that are asked are listed; everything else that was refused is told with its rule. */
function Refused({ id, state, fields, summary }: RefusedProps) {
  const listed = useMemo(() => {
    const errors = errorsOf(state)
    const wrong = fields.filter(({ name }) => errors[name])
    return wrong.map(({ name, label }) => ({
      fieldId: `${id}-${name}`,
      message: `${label}: ${errors[name]}`,
    }))
  }, [id, state, fields])
  const { refusal, attempt } = state
  if (!refusal) return null
  if (listed.length > 0) return <ErrorSummary key={attempt} title={summary} errors={listed} />
  const { message, rule } = refusal
  return (
    <Callout key={attempt} kind="refusal" live title={message} why={rule && `${rule.text} (${rule.id})`} />
  )
}

function Question({ field, id, error }: { field: OrderField; id: string; error?: string }) {
  const { name, label, hint, kind, type, choices, value, maxLength } = field
  const texts = { id, name, label, hint, error }
  if (choices) return <SelectInput {...texts} choices={choices} defaultValue={value} />
  if (kind === 'tick') return <Checkbox {...texts} value="on" defaultChecked={value === 'on'} />
  const typed = { defaultValue: value, maxLength, autoComplete: 'off' }
  if (kind === 'lines') return <TextArea {...texts} {...typed} />
  return <TextInput {...texts} {...typed} {...(type && { type })} />
}
