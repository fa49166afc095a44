'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
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
  const [isLeafing, leaf] = useTransition()
  useEffect(() => {
    const go = (path?: string) => path && leaf(() => router.push(localPath(locale, path)))
    // On the way to the next document the one before is still shown: it must not get the verdict.
    const accept = () => isLeafing || document.querySelector<HTMLButtonElement>('[data-key=a]')?.click()
    const acts: Readonly<Record<string, () => void>> = {
      j: () => go(next),
      k: () => go(previous),
      a: accept,
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
  }, [router, locale, next, previous, isLeafing])
  return null
}
