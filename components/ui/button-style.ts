import clsx from 'clsx'

export type ButtonWeight = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'airy' | 'dense'

const WEIGHTS: Readonly<Record<ButtonWeight, string>> = {
  primary: 'border-action bg-action text-on-action hover:border-action-strong hover:bg-action-strong',
  secondary: 'border-rule-strong bg-sheet text-ink hover:border-ink hover:bg-well',
  quiet: 'border-transparent text-action hover:bg-action-wash hover:text-action-strong',
  danger: 'border-stamp bg-sheet text-stamp hover:bg-stamp hover:text-on-stamp',
}
const SIZES: Readonly<Record<ButtonSize, string>> = {
  airy: 'min-h-11 px-5 py-2 text-base',
  dense: 'min-h-8 px-3 py-1 text-sm',
}
const DISABLED =
  'disabled:border-rule-strong disabled:border-dashed disabled:bg-well disabled:text-ink-soft ' +
  'disabled:hover:bg-well disabled:hover:text-ink-soft'

/** The look shared by buttons and by links that stand where a button would. */
export function buttonStyle(
  weight: ButtonWeight = 'primary',
  size: ButtonSize = 'airy',
  extra?: string,
): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-edge border font-semibold no-underline',
    'text-center transition-colors',
    WEIGHTS[weight],
    SIZES[size],
    DISABLED,
    extra,
  )
}
