import { type ComponentProps, useId } from 'react'
import { Link } from '@/lib/i18n/link'
import { type ButtonSize, type ButtonWeight, buttonStyle } from './button-style'
import { Mark } from './mark'

interface ButtonLook {
  weight?: ButtonWeight
  size?: ButtonSize
}

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Why the button cannot be pressed, in words. Given, the button is disabled and says so. */
    reason?: string
  }

/** A button. One that cannot be pressed always says why, right below. */
export function Button({ weight, size, reason, className, disabled, ...rest }: ButtonProps) {
  const reasonId = useId()
  const button = (
    <button
      type="button"
      {...rest}
      disabled={disabled || reason !== undefined}
      aria-describedby={reason ? reasonId : rest['aria-describedby']}
      className={buttonStyle(weight, size, className)}
    />
  )
  if (!reason) return button
  return (
    <div className="inline-flex max-w-text flex-col items-start gap-1">
      {button}
      <ButtonReason id={reasonId} text={reason} />
    </div>
  )
}

/** The sentence below a button that cannot be pressed. */
export function ButtonReason({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="flex items-start gap-1 text-sm text-ink-soft">
      <Mark name="info" className="size-5" />
      {text}
    </p>
  )
}

/** A link that leads to the next act and looks like a button. `href` is a path without its language. */
export function ButtonLink({ weight, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={buttonStyle(weight, size, className)} />
}
