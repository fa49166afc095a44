import clsx from 'clsx'

interface AmountProps {
  /** The amount as `formatMoney` wrote it. */
  text: string
  /** The sum below a column of amounts. */
  total?: boolean
  className?: string
}

/** Money: at the end of its column, digits under digits, never broken over two lines. */
export function Amount({ text, total = false, className }: AmountProps) {
  return (
    <span
      className={clsx('block whitespace-nowrap text-end tabular-nums', total && 'font-semibold', className)}
    >
      {text}
    </span>
  )
}
