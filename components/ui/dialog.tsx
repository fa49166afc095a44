'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonWeight, buttonStyle } from './button-style'
import { Mark } from './mark'

interface DialogProps {
  /** The words on the button that opens it. */
  trigger: ReactNode
  triggerWeight?: ButtonWeight
  triggerSize?: ButtonSize
  title: string
  description?: ReactNode
  /** The word for leaving it. */
  closeLabel: string
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A question that must be answered before going on. For pages that need script anyway, such as the desk. */
export function Dialog(props: DialogProps) {
  const {
    trigger,
    triggerWeight = 'secondary',
    triggerSize,
    title,
    description,
    closeLabel,
    children,
  } = props
  return (
    <Base.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Base.Trigger className={buttonStyle(triggerWeight, triggerSize)}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_66/0.55)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed start-1/2 top-1/2 z-50 max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-auto border border-t-4 border-rule-strong border-t-ink bg-sheet p-6 shadow-lift transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="-me-2 -mt-1 grid size-9 shrink-0 place-items-center rounded-edge hover:bg-well"
            >
              <Mark name="close" />
            </Base.Close>
          </div>
          {description && <Base.Description className="mb-4 max-w-text">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
