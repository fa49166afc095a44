import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { enqueue } from '@/lib/platform/jobs'
import { dueNotices } from './plan'
import { lockToTell, writeTold } from './notice.store'

const batchInput = z.object({ limit: z.int().check(z.positive()) })

/**
 * Due: notices about terms (R-NS-17, R-NS-27, R-HK-08), a batch in one transaction; each is written once, however
 * often this runs.
 */
export const tellNotices = defineCommand({
  name: 'notices.tell',
  permit: may('message.deliver'),
  input: batchInput,
  async run(uow, { limit }) {
    const due = await lockToTell(uow, limit)
    if (due.length === 0) return ok({ names: 0, messages: 0 })
    const told = due.map((name) => ({
      name,
      ...dueNotices(name.zone, name.expiresAt, name.nextNoticeAt, uow.now),
    }))
    const messages = await writeTold(uow, told)
    await enqueue(uow.tx, 'deliver-notices', {}, { key: 'deliver-notices', queue: 'deliver-notices' })
    await recordAudit(uow, {
      action: 'notices.tell',
      subjectType: 'notices',
      subjectId: uow.requestId,
      data: { names: due.length, messages },
    })
    return ok({ names: due.length, messages })
  },
})
