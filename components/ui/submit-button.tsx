'use client'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useFormStatus } from 'react-dom'
import { ButtonReason } from './button'
import { type ButtonSize, type ButtonWeight, buttonStyle } from './button-style'

interface SubmitButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'disabled'> {
  children: ReactNode
  /** What stands on the button while the form is on its way. */
  pendingText?: string
  /** Why the form cannot be sent, in words; the button is then disabled. */
  reason?: string
  weight?: ButtonWeight
  size?: ButtonSize
}

/** Sends its form. While that runs it keeps its width and its focus, and a second press does nothing. */
export function SubmitButton({
  children,
  pendingText,
  reason,
  weight,
  size,
  className,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const reasonId = useId()
  const button = (
    <>
      <button
        {...rest}
        type="submit"
        disabled={reason !== undefined}
        aria-disabled={pending || undefined}
        aria-describedby={reason ? reasonId : undefined}
        onClick={(event) => {
          if (pending) event.preventDefault()
          else rest.onClick?.(event)
        }}
        className={buttonStyle(weight, size, className)}
      >
        <Face pending={pending} pendingText={pendingText}>
          {children}
        </Face>
      </button>
      {pendingText && <PendingStatus text={pending ? pendingText : ''} />}
    </>
  )
  if (!reason) return button
  return (
    <div className="inline-flex max-w-text flex-col items-start gap-1">
      {button}
      <ButtonReason id={reasonId} text={reason} />
    </div>
  )
}

/** Both texts lie on each other, so that the button keeps its width. */
function Face({
  pending,
  pendingText,
  children,
}: {
  pending: boolean
  pendingText?: string
  children: ReactNode
}) {
  return (
    <span className="grid">
      <span className={`col-start-1 row-start-1 ${pending && pendingText ? 'invisible' : ''}`}>
        {children}
      </span>
      {pendingText && (
        <span className={`col-start-1 row-start-1 ${pending ? 'animate-breathe' : 'invisible'}`}>
          {pending && pendingText}
        </span>
      )}
    </span>
  )
}

/** Says that the form is on its way. Beside the button: a live region in it would take its name from it. */
function PendingStatus({ text }: { text: string }) {
  return (
    <span role="status" className="sr-only">
      {text}
    </span>
  )
}
