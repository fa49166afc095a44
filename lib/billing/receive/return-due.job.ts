import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { returnDuePayment } from './decide.command'

const BATCH = 100

/** Money of unknown origin that nobody attributed in time (R-NS-31). */
export const returnDue: DueWork = {
  name: 'billing.return-due',
  async nextDueAt() {
    const next = await db().providerEvent.findFirst({
      where: { returnDueAt: { not: null } },
      orderBy: { returnDueAt: 'asc' },
      select: { returnDueAt: true },
    })
    return next?.returnDueAt ?? null
  },
  async sweep() {
    const due = await db().providerEvent.findMany({
      where: { returnDueAt: { lte: await businessNow() } },
      orderBy: { returnDueAt: 'asc' },
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of due) await execute(returnDuePayment, { eventId: id }, { actor: { kind: 'clock' } })
    return due.length
  },
}
