'use client'
import { type ReactNode, useMemo } from 'react'
import { useSentForm } from '@/components/ui/sent-form'
import { EMPTY_FORM, type FormAction, type FormState, secretKey } from '@/lib/web/form-state'
import type { ButtonWeight } from '../ui/button-style'
import { Callout } from '../ui/callout'
import { useCheckedForm } from '../ui/checked-form'
import { ErrorSummary } from '../ui/error-summary'
import { errorsOf } from '../ui/form-errors'
import { SelectInput, type Choice } from '../ui/select-input'
import { SubmitButton } from '../ui/submit-button'
import { TextInput } from '../ui/text-input'
import { ACCOUNT_CHECKS } from './account-checks'
import { ShownOnce, type ShownOnceTexts } from './shown-once'
import { StepUpPart } from './step-up-part'

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
  action: FormAction
  fields: readonly AccountField[]
  /** What is sent along without being asked. */
  hidden?: Readonly<Record<string, string>>
  texts: {
    readonly submit: string
    readonly pending: string
    /** Stands over the answers that need a change. */
    readonly summary: string
    /** The sentences of refusals, by code; for the forms that are checked while one fills them in. */
    readonly sentences?: Readonly<Record<string, string>>
  }
  weight?: ButtonWeight
  /** The words around what the answer tells this one time. */
  shownOnce?: ShownOnceTexts
  children?: ReactNode
}

/**
 * A form of the account pages: works without script, keeps what was typed, tells errors on top and in place, and
 * asks for the proof of who acts where its act is a heavy one.
 */
export function AccountForm(props: AccountFormProps) {
  const { id, action, shownOnce, texts } = props
  const [state, sent] = useSentForm(action, EMPTY_FORM)
  const check = state.stepUp ? undefined : ACCOUNT_CHECKS[id]
  const { form, errors, shown } = useCheckedForm({ state, check, sentences: texts.sentences ?? {} })
  if (shownOnce && state.shownOnce) return <ShownOnce lines={state.shownOnce} texts={shownOnce} />
  return (
    <form {...form} {...sent} className="flex max-w-form flex-col gap-5">
      {state.stepUp ? (
        <StepUpPart state={state} id={id} />
      ) : (
        <Questions {...props} state={state} shown={shown} errors={errors} />
      )}
    </form>
  )
}

interface QuestionsProps extends AccountFormProps {
  state: FormState
  /** What is told above the questions. */
  shown: FormState
  errors: Readonly<Record<string, string>>
}

function Questions(props: QuestionsProps) {
  const { id, state, shown, errors, fields, hidden = {}, texts, weight, children } = props
  return (
    <>
      <Refused id={id} state={shown} fields={fields} summary={texts.summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Question
          key={isSecret(field) ? `${field.name} ${secretKey(state)}` : field.name}
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
    </>
  )
}

const isSecret = ({ type, autoComplete }: AccountField) =>
  type === 'password' || autoComplete === 'one-time-code'

interface RefusedProps {
  id: string
  state: FormState
  fields: readonly AccountField[]
  summary: string
}

function Refused({ id, state, fields, summary }: RefusedProps) {
  const listed = useMemo(() => {
    const labels = new Map(fields.map(({ name, label }) => [name, label]))
    return Object.entries(errorsOf(state)).map(([name, message]) => ({
      fieldId: `${id}-${name}`,
      message: [labels.get(name), message].filter(Boolean).join(': '),
    }))
  }, [id, state, fields])
  const { refusal, attempt } = state
  if (!refusal) return null
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
