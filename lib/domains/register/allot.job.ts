import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { allotDomain } from './allot.command'

/** Held names whose slot has come. */
export const allotDue = dueRows({
  name: 'domains.allot',
  batch: 100,
  async first(limit) {
    const rows = await db().domain.findMany({
      where: { nextTransitionAt: { not: null }, status: 'HELD' },
      orderBy: [{ nextTransitionAt: 'asc' }, { id: 'asc' }],
      select: { id: true, nextTransitionAt: true },
      take: limit,
    })
    return rows.flatMap(({ id, nextTransitionAt: at }) => (at ? { id, at } : []))
  },
  act: (id) => execute(allotDomain, { domainId: id }, { actor: { kind: 'clock' } }),
})
