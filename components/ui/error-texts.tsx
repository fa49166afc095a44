'use client'
import { createContext, type ReactNode, useContext } from 'react'

/** The sentences of what fails in the browser; an error boundary and a form cannot read the catalogue themselves. */
export interface ErrorTexts {
  title: string
  why: string
  retry: string
  home: string
  number: string
  stamp: string
  /** Above a form that did not reach the server. */
  unsent: string
}

const Context = createContext<ErrorTexts | null>(null)

/** Hands over the sentences before anything can fail. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>
}

/** The sentences of what fails, in the reader's language. */
export function useErrorTexts(): ErrorTexts {
  const texts = useContext(Context)
  if (!texts) throw new Error('what fails has no sentence outside of the layout')
  return texts
}

/** The number under which the server logged a fault; faults of the browser have none. */
export function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
