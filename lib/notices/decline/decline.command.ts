import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { declineInput } from './decline.input'
import { recipientOf, writeEarly } from './early.store'
import { readDeclineToken } from './link'

/**
 * Whoever has an early reminder declines the further ones, or wants them again; the token of its mail is all that it
 * takes (RFC 8058). What is told from the invitation on comes all the same (R-NS-17, R-NS-27). Refuses
 * `decline-link-invalid`.
 */
export const declineNotices = defineCommand({
  name: 'notices.decline',
  permit: may('notice.decline'),
  input: declineInput,
  async run(uow, { token, earlyNotices }) {
    const messageId = readDeclineToken(token)
    const recipient = messageId && (await recipientOf(uow.tx, messageId))
    if (!messageId || !recipient) return refuse('decline-link-invalid')
    await writeEarly(uow, recipient, earlyNotices === 'on')
    await recordAudit(uow, {
      action: 'notices.decline',
      subjectType: recipient.userId ? 'user' : 'message',
      subjectId: recipient.userId ?? messageId,
      data: { earlyNotices, messageId },
    })
    return ok({ earlyNotices })
  },
})
