import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { allotDomain } from './allot.command'

const BATCH = 100

/** Held names whose slot has come. */
export const allotDue: DueWork = {
  name: 'domains.allot',
  async nextDueAt() {
    const next = await db().domain.findFirst({
      where: { nextTransitionAt: { not: null }, status: 'HELD' },
      orderBy: { nextTransitionAt: 'asc' },
      select: { nextTransitionAt: true },
    })
    return next?.nextTransitionAt ?? null
  },
  async sweep() {
    const due = await db().domain.findMany({
      where: { nextTransitionAt: { lte: await businessNow() }, status: 'HELD' },
      orderBy: { nextTransitionAt: 'asc' },
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of due) await execute(allotDomain, { domainId: id }, { actor: { kind: 'clock' } })
    return due.length
  },
}
