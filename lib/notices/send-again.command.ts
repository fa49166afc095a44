import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { enqueue } from '@/lib/platform/jobs'

const messageInput = z.object({ messageId: z.uuid('field-invalid') })

/**
 * Sends a message that failed for good once more, to the address that its user has now. Refuses
 * `message-not-failed` when it was sent or is still on its way.
 */
export const sendMessageAgain = defineCommand({
  name: 'notices.send-again',
  permit: may('exception.resolve'),
  input: messageInput,
  async run(uow, { messageId }) {
    await uow.tx.$queryRaw`SELECT 1 FROM message WHERE id = ${messageId}::uuid FOR UPDATE`
    const message = await uow.tx.message.findUnique({ where: { id: messageId } })
    if (!message) return refuse('not-found')
    if (message.state !== 'FAILED') return refuse('message-not-failed')
    const user = await uow.tx.user.findUnique({ where: { id: message.userId }, select: { email: true } })
    await uow.tx.message.update({
      where: { id: messageId },
      data: { state: 'QUEUED', attempts: 0, lastError: null, address: user?.email ?? message.address },
    })
    await enqueue(uow.tx, 'deliver-message', { messageId }, { key: `deliver-message:${messageId}` })
    await recordAudit(uow, {
      action: 'notices.send-again',
      subjectType: 'message',
      subjectId: messageId,
      data: { template: message.template },
    })
    return ok({ messageId })
  },
})
