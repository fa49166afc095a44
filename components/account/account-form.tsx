'use client'
import { type ReactNode, useActionState } from 'react'
import type { FormState } from '@/lib/web/run-action'
import type { ButtonWeight } from '../ui/button-style'
import { Callout } from '../ui/callout'
import { ErrorSummary } from '../ui/error-summary'
import { SelectInput, type Choice } from '../ui/select-input'
import { SubmitButton } from '../ui/submit-button'
import { TextInput } from '../ui/text-input'

/** One question of a form. With `choices` it is a list, else a line of text. */
export interface AccountField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'email' | 'numeric'
  readonly maxLength?: number
  readonly value?: string
  readonly choices?: readonly Choice[]
}

interface AccountFormProps {
  /** Distinguishes the controls of several forms on one page. */
  id: string
  action: (before: FormState, form: FormData) => Promise<FormState>
  fields: readonly AccountField[]
  /** What is sent along without being asked. */
  hidden?: Readonly<Record<string, string>>
  texts: {
    readonly submit: string
    readonly pending: string
    /** Stands over the answers that need a change. */
    readonly summary: string
  }
  weight?: ButtonWeight
  children?: ReactNode
}

const EMPTY: FormState = { values: {}, attempt: 0 }

/** A form of the account pages: works without script, keeps what was typed, tells errors on top and in place. */
export function AccountForm({ id, action, fields, hidden = {}, texts, weight, children }: AccountFormProps) {
  const [state, send] = useActionState(action, EMPTY)
  const errors = errorsOf(state)
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-5">
      <Refused id={id} state={state} errors={errors} summary={texts.summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Question
          // A new key after each answer: the browser would put a list back to its first choice.
          key={`${field.name} ${state.attempt}`}
          field={{ ...field, value: state.values[field.name] ?? field.value }}
          id={`${id}-${field.name}`}
          error={errors[field.name]}
        />
      ))}
      {children}
      <div>
        <SubmitButton pendingText={texts.pending} weight={weight}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  )
}

interface RefusedProps {
  id: string
  state: FormState
  errors: Readonly<Record<string, string>>
  summary: string
}

function Refused({ id, state, errors, summary }: RefusedProps) {
  const { refusal, attempt } = state
  if (!refusal) return null
  const listed = Object.entries(errors).map(([name, message]) => ({ fieldId: `${id}-${name}`, message }))
  if (listed.length > 0) return <ErrorSummary key={attempt} title={summary} errors={listed} />
  return <Callout key={attempt} kind="refusal" live title={refusal.message} why={refusal.rule?.text} />
}

interface QuestionProps {
  field: AccountField
  id: string
  error?: string
}

function Question({ field, id, error }: QuestionProps) {
  const { value, choices, ...rest } = field
  if (choices) {
    return (
      <SelectInput
        id={id}
        name={field.name}
        label={field.label}
        choices={choices}
        defaultValue={value}
        error={error}
      />
    )
  }
  const plain = field.type === 'email' || field.type === 'password' || field.inputMode === 'numeric'
  const spelling = plain ? { autoCapitalize: 'none', spellCheck: false } : {}
  return <TextInput {...rest} {...spelling} id={id} defaultValue={value} error={error} required />
}

/** The sentence of each field in question; a refusal of one field alone speaks for that field. */
function errorsOf({ refusal }: FormState): Readonly<Record<string, string>> {
  if (!refusal) return {}
  if (Object.keys(refusal.fields).length > 0 || !refusal.field) return refusal.fields
  return { [refusal.field]: refusal.message }
}
