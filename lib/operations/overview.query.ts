/** What an operator sees first: the clock, and how much waits. */
import { businessNow } from '@/lib/platform/business-clock'
import { isDemo } from '@/lib/platform/env'
import { type ExceptionCounts, exceptionCounts } from './exceptions/counts.query'

export interface OverviewView {
  readonly now: Date
  readonly isMovable: boolean
  readonly counts: ExceptionCounts
}

/** The operator's landing page. */
export async function overviewView(): Promise<OverviewView> {
  const [now, counts] = await Promise.all([businessNow(), exceptionCounts()])
  return { now, isMovable: isDemo(), counts }
}
