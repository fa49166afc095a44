'use client'
import { createContext, type ReactNode, useContext } from 'react'

/** The sentences of the error page; an error boundary cannot read the catalogue itself. */
export interface ErrorTexts {
  title: string
  why: string
  retry: string
  home: string
  number: string
  stamp: string
}

const Context = createContext<ErrorTexts | null>(null)

/** Hands the error page its sentences before anything can fail. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>
}

/** The sentences of the error page, in the reader's language. */
export function useErrorTexts(): ErrorTexts {
  const texts = useContext(Context)
  if (!texts) throw new Error('the error page stands outside of the layout')
  return texts
}

/** The number under which the server logged a fault; faults of the browser have none. */
export function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
