import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { chargeName } from './charge.command'

const BATCH = 200

/** Names that renew themselves and whose turn has come. */
export const chargeDue: DueWork = {
  name: 'domains.charge',
  async nextDueAt() {
    const next = await db().domain.findFirst({
      where: { nextChargeAt: { not: null } },
      orderBy: { nextChargeAt: 'asc' },
      select: { nextChargeAt: true },
    })
    return next?.nextChargeAt ?? null
  },
  async sweep() {
    const due = await db().domain.findMany({
      where: { nextChargeAt: { lte: await businessNow() } },
      orderBy: [{ nextChargeAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of due) await execute(chargeName, { domainId: id }, { actor: { kind: 'clock' } })
    return due.length
  },
}
