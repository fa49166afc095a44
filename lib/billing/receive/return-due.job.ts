import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { returnDuePayment } from './decide.command'

/** Money of unknown origin that nobody attributed in time (R-NS-31). */
export const returnDue = dueRows({
  name: 'billing.return-due',
  batch: 100,
  async first(limit) {
    const rows = await db().providerEvent.findMany({
      where: { returnDueAt: { not: null } },
      orderBy: [{ returnDueAt: 'asc' }, { id: 'asc' }],
      select: { id: true, returnDueAt: true },
      take: limit,
    })
    return rows.flatMap(({ id, returnDueAt: at }) => (at ? { id, at } : []))
  },
  act: (id) => execute(returnDuePayment, { eventId: id }, { actor: { kind: 'clock' } }),
})
