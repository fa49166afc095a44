import { type ComponentProps, useId } from 'react'
import { FieldError, type FieldTexts, fieldAria } from './field'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & FieldTexts & { name: string }

/** A thing to agree to or to turn on. */
export function Checkbox({ label, hint, error, note, ...rest }: CheckboxProps) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <div className="flex max-w-text flex-col gap-1">
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          {...rest}
          {...fieldAria(id, { hint, error })}
          className="mt-0.5 size-5 shrink-0"
        />
        <div>
          <label htmlFor={id}>
            {label}
            {note && <span className="ms-2 text-sm text-ink-soft">{note}</span>}
          </label>
          {hint && (
            <p id={`${id}-hint`} className="text-sm text-ink-soft">
              {hint}
            </p>
          )}
        </div>
      </div>
      <FieldError id={id} error={error} />
    </div>
  )
}
