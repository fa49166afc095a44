import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { lapseDossier } from './follow.command'

/** Dossiers whose time to correct or to pay has ended. */
export const lapseDue = dueRows({
  name: 'dossiers.lapse',
  batch: 100,
  async first(limit) {
    const rows = await db().dossier.findMany({
      where: { nextTransitionAt: { not: null } },
      orderBy: [{ nextTransitionAt: 'asc' }, { id: 'asc' }],
      select: { id: true, nextTransitionAt: true },
      take: limit,
    })
    return rows.flatMap(({ id, nextTransitionAt: at }) => (at ? { id, at } : []))
  },
  act: (id) => execute(lapseDossier, { dossierId: id }, { actor: { kind: 'clock' } }),
})
