import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { Tx } from '@/lib/platform/db'
import type { MessageModel } from '@/lib/platform/generated/models'
import { enqueue } from '@/lib/platform/jobs'

const messageInput = z.object({ messageId: z.uuid('field-invalid') })

/**
 * Sends a message that failed for good once more, to the address that its user or the name's contact has now. Refuses
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
    const address = (await presentAddress(uow.tx, message)) ?? message.address
    await uow.tx.message.update({
      where: { id: messageId },
      data: { state: 'QUEUED', attempts: 0, lastError: null, address },
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

/** Where the recipient is reached now; undefined for somebody who is neither a user nor a contact of a name. */
async function presentAddress(tx: Tx, message: MessageModel): Promise<string | undefined> {
  const { userId, subjectType, subjectId } = message
  if (userId) return (await tx.user.findUnique({ where: { id: userId }, select: { email: true } }))?.email
  const { contactRole: role } = message.params as { contactRole?: string }
  if (!role || subjectType !== 'domain') return undefined
  const where = { domainId_role: { domainId: subjectId, role } }
  const contact = await tx.domainContact.findUnique({ where, select: { data: true } })
  return (contact?.data as { email?: string } | undefined)?.email?.trim()
}
