/** What an operator sees first: the clock, the latest run, and how much waits. */
import { orderCounts } from '@/lib/domains/orders/order.query'
import { businessNow } from '@/lib/platform/business-clock'
import { isDemo } from '@/lib/platform/env'
import { type ExceptionCounts, exceptionCounts } from './exceptions/counts.query'
import { latestRun, type Run } from './runs/runs.query'

export interface OverviewView {
  readonly now: Date
  readonly isMovable: boolean
  readonly counts: ExceptionCounts
  /** The latest run of the sweep; null before the first. */
  readonly run: Run | null
  /** Orders on names that wait; some of them for a second person. */
  readonly waitingOrders: number
}

/** The operator's landing page. */
export async function overviewView(): Promise<OverviewView> {
  const [now, counts, run, orders] = await Promise.all([
    businessNow(),
    exceptionCounts(),
    latestRun(),
    orderCounts(),
  ])
  return { now, isMovable: isDemo(), counts, run, waitingOrders: orders.waiting }
}
