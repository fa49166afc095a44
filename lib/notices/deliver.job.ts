import { systemClock } from '@/lib/kernel/clock'
import { alone } from '@/lib/platform/alone'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { MessageModel } from '@/lib/platform/generated/models'
import { enqueue, type Job } from '@/lib/platform/jobs'
import { sendMail } from '@/lib/platform/mail'
import { businessNow } from '@/lib/platform/business-clock'
import { declineOf } from './decline/link'
import { isRefusedForGood } from './refused.rule'
import { renderMessage } from './render'
import { WITH_SECRET } from './secrets'

/** After as many tries a message has failed for good and waits for an operator; days have passed by then. */
const MOST_TRIES = 25

/** Until a message that another worker is at is looked at again. */
const BUSY_MS = 10_000

/**
 * Sends one message, once whatever runs beside it. A failing mail server is tried again by the job; what was sent is
 * not sent again. An address that the mail server refuses, or too many tries, and the message has failed for good.
 */
export const deliverMessageJob: Job = {
  task: 'deliver-message',
  async run({ messageId = '' }) {
    if (await alone(`message:${messageId}`, () => deliver(messageId))) return
    const notBefore = new Date(systemClock.now().getTime() + BUSY_MS)
    await enqueue(db(), 'deliver-message', { messageId }, { key: `message-again:${messageId}`, notBefore })
  },
}

async function deliver(messageId: string): Promise<void> {
  const message = await db().message.findUnique({ where: { id: messageId } })
  if (message?.state !== 'QUEUED') return
  try {
    await handOver(message)
  } catch (error) {
    const isFinal = isRefusedForGood(error) || message.attempts + 1 >= MOST_TRIES
    await writeFailure(message.id, error as Error, isFinal)
    if (isFinal) return
    throw new Error(`message ${message.id} was not taken by the mail server`, { cause: error })
  }
  await writeSent(message)
}

async function handOver(message: MessageModel): Promise<void> {
  const params = message.params as Record<string, string | number>
  const recipient = (await nameOf(message.userId)) ?? String(params.recipient ?? '')
  const { id, address } = message
  const decline = declineOf(message)
  const source = { ...message, params, recipient, declineLink: decline?.link }
  const { subject, text, html } = await renderMessage(source, env().APP_URL)
  const to = { name: recipient, address }
  await sendMail({ id, to, subject, text, html, ...(decline && { headers: decline.headers }) })
}

async function nameOf(userId: string | null): Promise<string | undefined> {
  if (!userId) return undefined
  return (await db().user.findUnique({ where: { id: userId }, select: { name: true } }))?.name
}

async function writeFailure(id: string, error: Error, isFinal: boolean): Promise<void> {
  await db().message.update({
    where: { id },
    data: {
      attempts: { increment: 1 },
      lastError: error.message.slice(0, 500),
      ...(isFinal && { state: 'FAILED' }),
    },
  })
}

async function writeSent({ id, template }: MessageModel): Promise<void> {
  await db().message.update({
    where: { id },
    data: {
      state: 'SENT',
      sentAt: await businessNow(),
      attempts: { increment: 1 },
      lastError: null,
      ...(WITH_SECRET.includes(template) && { params: { sentAtSystem: systemClock.now().toISOString() } }),
    },
  })
}
