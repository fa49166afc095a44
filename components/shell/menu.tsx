'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'

interface MenuProps {
  /** What opens it. */
  summary: ReactNode
  summaryClass: string
  panelClass: string
  children: ReactNode
  className?: string
}

/** The browser's own disclosure as a menu: opens without script; with it, closes on leaving or on Escape. */
export function Menu({ summary, summaryClass, panelClass, children, className }: MenuProps) {
  const path = usePathname()
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (path && details.current) details.current.open = false
  }, [path])
  useEffect(() => {
    function closeOutside(event: Event) {
      const box = details.current
      if (box?.open && event.target instanceof Node && !box.contains(event.target)) box.open = false
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [])
  return (
    <details
      ref={details}
      name="shell-menu"
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        details.current.open = false
        details.current.querySelector('summary')?.focus()
      }}
    >
      <summary className={summaryClass}>{summary}</summary>
      <div className={panelClass}>{children}</div>
    </details>
  )
}
