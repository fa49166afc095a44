import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-edge border border-b-2 border-rule-strong bg-sheet px-1 font-sans text-sm leading-none">
      {children}
    </kbd>
  )
}
