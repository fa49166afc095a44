'use client'
import { useEffect } from 'react'

/** Tells the portal that a message was opened; without script it stays new until all are marked. */
export function OpenMark({ open }: { open: () => Promise<unknown> }) {
  useEffect(() => {
    void open()
  }, [open])
  return null
}
