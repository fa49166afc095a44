import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'

const FACT = 'holidays'

export const reconsiderInput = z.object({ stamp: z.string().check(z.minLength(1)) })

/**
 * When the published holidays are others than the last time, the dates that rested on computed ones may have moved:
 * every name after its expiry is put on the sweep's list, which decides each anew and puts it where it belongs
 * (R-NS-33). The expiry of an active name rests on no holiday. How many names were put there.
 */
export const reconsiderNames = defineCommand({
  name: 'domains.reconsider',
  permit: may('name.sweep'),
  input: reconsiderInput,
  async run(uow, { stamp }) {
    const known = await uow.tx.installationFact.findUnique({ where: { key: FACT } })
    if (known?.value === stamp) return ok({ names: 0 })
    await uow.tx.installationFact.upsert({
      where: { key: FACT },
      create: { key: FACT, value: stamp },
      update: { value: stamp },
    })
    if (!known) return ok({ names: 0 })
    const names = await uow.tx.$executeRaw`
      UPDATE domain SET next_transition_at = ${uow.now}
      WHERE status IN ('EXPIRED', 'SUSPENDED', 'REDEMPTION', 'RECLAIM', 'PENDING_DELETE')
        AND renewing_id IS NULL AND next_transition_at > ${uow.now}`
    await recordAudit(uow, {
      action: 'domains.reconsider',
      subjectType: 'holidays',
      subjectId: stamp,
      data: { names },
    })
    return ok({ names })
  },
})
