'use client'
import { useEffect, useRef } from 'react'
import { Mark } from './mark'

export interface SummaryError {
  /** Id of the control that the error concerns. */
  fieldId: string
  message: string
}

/** What stands in the way of a form, on top of it: takes the focus and links to each field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="max-w-text border border-s-4 border-stamp bg-stamp-wash px-4 py-3"
    >
      <p className="flex items-start gap-2 font-semibold">
        <Mark name="urgent" className="mt-0.5 size-5 text-stamp" />
        {title}
      </p>
      <ul className="mt-1 list-none ps-7">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              className="text-link"
              onClick={(event) => focusField(event, error.fieldId)}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Without script the fragment scrolls to the field; with it, the cursor stands in it too. */
function focusField(event: React.MouseEvent, id: string) {
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  field.focus()
  field.scrollIntoView({ block: 'center' })
}
