import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { dueRows } from '@/lib/platform/due-rows'
import { carryOutOrder } from './carry-out.command'
import { ordersByDue } from './order.store'

/** Orders whose instant has come, the longest due first. */
export const ordersDue = dueRows({
  name: 'domains.orders',
  batch: 100,
  first: (limit) => ordersByDue(db(), limit),
  act: (id) => execute(carryOutOrder, { orderId: id }, { actor: { kind: 'clock' } }),
})
