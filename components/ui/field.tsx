import type { ReactNode } from 'react'
import { Mark } from './mark'

export interface FieldTexts {
  label: ReactNode
  /** What to write and where to find it; stands above the control. */
  hint?: ReactNode
  /** Why what was written cannot be taken, and how to mend it. */
  error?: ReactNode
  /** A word beside the label, such as "optional". */
  note?: string
}

/** The attributes that tie a control to its hint and error. `id` is the control's. */
export function fieldAria(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** A control with its label, hint and error. Give the control `fieldAria(id, …)`. */
export function Field({
  id,
  label,
  hint,
  error,
  note,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="flex max-w-form flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {note && <span className="ms-2 text-sm font-normal text-ink-soft">{note}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** The error below a control; nothing when there is none. */
export function FieldError({ id, error }: { id: string; error?: ReactNode }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="flex items-start gap-1 text-sm font-semibold text-stamp">
      <Mark name="urgent" className="size-5" />
      <span>{error}</span>
    </p>
  )
}
