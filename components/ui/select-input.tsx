import clsx from 'clsx'
import { type ComponentProps, useId } from 'react'
import { Field, type FieldTexts, fieldAria } from './field'
import { Mark } from './mark'
import { CONTROL_STYLE } from './text-input'

export interface Choice {
  value: string
  label: string
  disabled?: boolean
}

type SelectInputProps = ComponentProps<'select'> & FieldTexts & { name: string; choices: readonly Choice[] }

/** One of several, by the browser's own list: the best one on a phone, and no script. */
export function SelectInput({ label, hint, error, note, choices, className, ...rest }: SelectInputProps) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note}>
      <span className="relative block">
        <select
          {...rest}
          {...fieldAria(id, { hint, error })}
          className={clsx(CONTROL_STYLE, 'h-11 appearance-none pe-10', className)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <Mark name="down" className="pointer-events-none absolute end-3 top-3 size-5" />
      </span>
    </Field>
  )
}
