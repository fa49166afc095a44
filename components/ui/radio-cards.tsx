import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { FieldError, type FieldTexts } from './field'

export interface CardChoice {
  value: string
  label: ReactNode
  /** What the choice means, in a sentence. */
  detail?: ReactNode
  /** Why it cannot be chosen, in words; the card is then disabled. */
  reason?: string
}

type RadioCardsProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'id'> & {
    id?: string
    name: string
    choices: readonly CardChoice[]
    defaultValue?: string
  }

/** One of a few choices that need a sentence each. Errors link to the first card by `id`. */
export function RadioCards(props: RadioCardsProps) {
  const { label, hint, error, note, choices, defaultValue, id: given, ...input } = props
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="flex max-w-form flex-col gap-2" aria-describedby={described || undefined}>
      <legend className="mb-1 font-semibold">
        {label}
        {note && <span className="ms-2 text-sm font-normal text-ink-soft">{note}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {choices.map((choice, index) => (
        <RadioCard
          key={choice.value}
          id={index === 0 ? id : `${id}-${choice.value}`}
          choice={choice}
          input={{ ...input, defaultChecked: choice.value === defaultValue }}
          wrong={Boolean(error)}
        />
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

interface RadioCardProps {
  id: string
  choice: CardChoice
  input: ComponentProps<'input'>
  wrong: boolean
}

function RadioCard({ id, choice, input, wrong }: RadioCardProps) {
  const about = choice.reason ?? choice.detail
  return (
    <label
      className={clsx(
        'flex items-start gap-3 rounded-edge border bg-sheet px-4 py-3 hover:border-ink',
        'has-checked:border-action has-checked:bg-action-wash has-checked:shadow-[inset_4px_0_0_0_var(--action)]',
        'has-disabled:border-dashed has-disabled:bg-well has-disabled:text-ink-soft',
        wrong ? 'border-stamp' : 'border-rule-strong',
      )}
    >
      <input
        type="radio"
        {...input}
        id={id}
        value={choice.value}
        disabled={choice.reason !== undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={about ? `${id}-about` : undefined}
        className="mt-0.5 size-5 shrink-0"
      />
      <span>
        <span id={`${id}-label`} className="block font-semibold">
          {choice.label}
        </span>
        {about && (
          <span id={`${id}-about`} className="block text-sm text-ink-soft">
            {about}
          </span>
        )}
      </span>
    </label>
  )
}
