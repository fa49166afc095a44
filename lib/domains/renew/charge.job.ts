import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { chargeName } from './charge.command'

/** Names that renew themselves and whose turn has come. */
export const chargeDue = dueRows({
  name: 'domains.charge',
  batch: 200,
  async first(limit) {
    const rows = await db().domain.findMany({
      where: { nextChargeAt: { not: null } },
      orderBy: [{ nextChargeAt: 'asc' }, { id: 'asc' }],
      select: { id: true, nextChargeAt: true },
      take: limit,
    })
    return rows.flatMap(({ id, nextChargeAt: at }) => (at ? { id, at } : []))
  },
  act: (id) => execute(chargeName, { domainId: id }, { actor: { kind: 'clock' } }),
})
