import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { DueWork } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { carryOutOrder } from './carry-out.command'
import { dueOrders, nextOrderAt } from './order.store'

const BATCH = 100

/** Orders whose instant has come, the longest due first. */
export const ordersDue: DueWork = {
  name: 'domains.orders',
  nextDueAt: () => nextOrderAt(db()),
  async sweep() {
    let acted = 0
    for (const orderId of await dueOrders(db(), await businessNow(), BATCH)) {
      const carried = await execute(carryOutOrder, { orderId }, { actor: { kind: 'clock' } })
      if (!carried.ok)
        log().error({ orderId, refusal: carried.refusal.code }, 'an order cannot be carried out')
      if (carried.ok && carried.value.acted) acted++
    }
    return acted
  },
}
