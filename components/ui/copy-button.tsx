'use client'
import { useState } from 'react'
import { buttonStyle } from './button-style'

interface CopyButtonProps {
  /** What is copied. */
  value: string
  label: string
  copiedLabel: string
}

/** Copies a text and says so. The text itself must stand beside it, for readers without script. */
export function CopyButton({ value, label, copiedLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <>
      <button
        type="button"
        onClick={copy}
        onBlur={() => setCopied(false)}
        className={buttonStyle('secondary', 'dense')}
      >
        {copied ? copiedLabel : label}
      </button>
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ''}
      </span>
    </>
  )
}
