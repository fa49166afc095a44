'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useCurrentLocale } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'

interface DeskKeysProps {
  /** Paths of the next and the previous document. */
  next?: string
  previous?: string
}

/** The desk by keyboard: `j`/`k` leaf, `a` accepts the document, `r` goes to its reasons, `z` zooms. */
export function DeskKeys({ next, previous }: DeskKeysProps) {
  const router = useRouter()
  const locale = useCurrentLocale()
  useEffect(() => {
    const go = (path?: string) => path && router.push(localPath(locale, path))
    const acts: Readonly<Record<string, () => void>> = {
      j: () => go(next),
      k: () => go(previous),
      a: () => document.querySelector<HTMLButtonElement>('[data-key=a]')?.click(),
      r: () => document.querySelector<HTMLElement>('[data-key=r]')?.focus(),
      z: () => document.querySelector<HTMLElement>('[data-key=z]')?.toggleAttribute('data-zoomed'),
    }
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      acts[event.key]?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router, locale, next, previous])
  return null
}
