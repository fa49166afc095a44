import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'

/** Ends the pause of work that was set aside: it is tried at once. Refuses `not-found` when it was done meanwhile. */
export const tryWorkAgain = defineCommand({
  name: 'operations.try-work-again',
  permit: may('exception.resolve'),
  input: z.object({ stuckId: z.uuid('field-invalid') }),
  async run(uow, { stuckId }) {
    const stuck = await uow.tx.stuckWork.findUnique({ where: { id: stuckId } })
    if (!stuck) return refuse('not-found')
    await uow.tx.stuckWork.update({ where: { id: stuckId }, data: { retryAt: uow.systemNow } })
    await recordAudit(uow, {
      action: 'operations.try-work-again',
      subjectType: 'stuck-work',
      subjectId: stuckId,
      data: { work: stuck.work, subjectId: stuck.subjectId },
    })
    return ok({ stuckId })
  },
})
