import clsx from 'clsx'
import { type ComponentProps, useId } from 'react'
import { Field, type FieldTexts, fieldAria } from './field'

/** The look of everything that one writes into. */
export const CONTROL_STYLE =
  'w-full rounded-edge border border-rule-strong bg-sheet px-3 text-base text-ink ' +
  'placeholder:text-ink-faint hover:border-ink [&[readonly]]:bg-well ' +
  'aria-invalid:border-stamp aria-invalid:shadow-[inset_4px_0_0_0_var(--stamp)]'

type TextInputProps = ComponentProps<'input'> & FieldTexts & { name: string }

/** One line of text. Give `type`, `inputMode` and `autoComplete` as the content asks. */
export function TextInput({ label, hint, error, note, className, ...rest }: TextInputProps) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note}>
      <input
        type="text"
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={clsx(CONTROL_STYLE, 'h-11', className)}
      />
    </Field>
  )
}

type TextAreaProps = ComponentProps<'textarea'> & FieldTexts & { name: string }

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, note, className, ...rest }: TextAreaProps) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note}>
      <textarea
        rows={4}
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={clsx(CONTROL_STYLE, 'field-sizing-content min-h-28 py-2', className)}
      />
    </Field>
  )
}
