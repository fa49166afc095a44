import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { voidRenewal } from './void.command'

const BATCH = 200

/** Renewals that were not paid while their quote held. */
export const voidDue: DueWork = {
  name: 'domains.void-renewals',
  async nextDueAt() {
    const next = await db().renewalItem.findFirst({
      where: { state: 'ASKED' },
      orderBy: { quotedUntil: 'asc' },
      select: { quotedUntil: true },
    })
    return next?.quotedUntil ?? null
  },
  async sweep() {
    const due = await db().renewalItem.findMany({
      where: { state: 'ASKED', quotedUntil: { lte: await businessNow() } },
      orderBy: [{ quotedUntil: 'asc' }, { id: 'asc' }],
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of due) await execute(voidRenewal, { itemId: id }, { actor: { kind: 'clock' } })
    return due.length
  },
}
