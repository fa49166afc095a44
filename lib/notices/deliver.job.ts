import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Job } from '@/lib/platform/jobs'
import { sendMail } from '@/lib/platform/mail'
import { businessNow } from '@/lib/platform/business-clock'
import { renderMessage } from './render'
import { WITH_SECRET } from './secrets'

/** After as many tries a message has failed for good and waits for an operator; days have passed by then. */
const MOST_TRIES = 25

/**
 * Sends one message. A failing mail server is tried again by the job; what was sent is not sent again. An address
 * that the mail server refuses, or too many tries, and the message has failed for good.
 */
export const deliverMessageJob: Job = {
  task: 'deliver-message',
  async run({ messageId = '' }) {
    const message = await db().message.findUnique({ where: { id: messageId } })
    if (message?.state !== 'QUEUED') return
    const user = await db().user.findUnique({ where: { id: message.userId }, select: { name: true } })
    const recipient = user?.name ?? ''
    const params = message.params as Record<string, string | number>
    const rendered = await renderMessage({ ...message, params, recipient }, env().APP_URL)
    try {
      await sendMail({ id: message.id, to: { name: recipient, address: message.address }, ...rendered })
    } catch (error) {
      const lastError = (error as Error).message.slice(0, 500)
      const isFinal = isRefusedAddress(error) || message.attempts + 1 >= MOST_TRIES
      await db().message.update({
        where: { id: message.id },
        data: { attempts: { increment: 1 }, lastError, ...(isFinal && { state: 'FAILED' }) },
      })
      if (isFinal) return
      throw new Error(`message ${message.id} was not taken by the mail server`, { cause: error })
    }
    const secret = WITH_SECRET.includes(message.template)
    await db().message.update({
      where: { id: message.id },
      data: {
        state: 'SENT',
        sentAt: await businessNow(),
        attempts: { increment: 1 },
        lastError: null,
        ...(secret && { params: { sentAtSystem: systemClock.now().toISOString() } }),
      },
    })
  },
}

/** The mail server's permanent no to the recipient (RFC 5321 §4.2.1); everything else may go better later. */
function isRefusedAddress(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}
