import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { voidRenewal } from './void.command'

/** Renewals that were not paid while their quote held. */
export const voidDue = dueRows({
  name: 'domains.void-renewals',
  batch: 200,
  async first(limit) {
    const rows = await db().renewalItem.findMany({
      where: { state: 'ASKED' },
      orderBy: [{ quotedUntil: 'asc' }, { id: 'asc' }],
      select: { id: true, quotedUntil: true },
      take: limit,
    })
    return rows.map(({ id, quotedUntil: at }) => ({ id, at }))
  },
  act: (id) => execute(voidRenewal, { itemId: id }, { actor: { kind: 'clock' } }),
})
