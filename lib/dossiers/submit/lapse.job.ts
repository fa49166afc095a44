import { db } from '@/lib/platform/db'
import { businessNow } from '@/lib/platform/business-clock'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { lapseDossier } from './follow.command'

const BATCH = 100

/** Dossiers whose time to correct or to pay has ended. */
export const lapseDue: DueWork = {
  name: 'dossiers.lapse',
  async nextDueAt() {
    const next = await db().dossier.findFirst({
      where: { nextTransitionAt: { not: null } },
      orderBy: { nextTransitionAt: 'asc' },
      select: { nextTransitionAt: true },
    })
    return next?.nextTransitionAt ?? null
  },
  async sweep() {
    const due = await db().dossier.findMany({
      where: { nextTransitionAt: { lte: await businessNow() } },
      orderBy: { nextTransitionAt: 'asc' },
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of due) await execute(lapseDossier, { dossierId: id }, { actor: { kind: 'clock' } })
    return due.length
  },
}
