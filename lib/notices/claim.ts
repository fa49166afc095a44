/** Who hands a message over: one worker at a time, by a claim that ends by itself when its worker does not. */
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import type { MessageModel } from '@/lib/platform/generated/models'
import { enqueue } from '@/lib/platform/jobs'

/** Longer than the mail client bears a silent server (10 minutes): until then its worker may still be at it. */
const CLAIM_MS = 12 * 60_000

/**
 * Claims a message that waits, whoever else looks at it now; null when there is nothing to hand over. One that another
 * worker has claimed is looked at again when that claim ends: by then it was sent, or its worker is gone.
 */
export async function claimMessage(messageId: string): Promise<MessageModel | null> {
  const now = systemClock.now()
  const { count } = await db().message.updateMany({
    where: {
      id: messageId,
      state: 'QUEUED',
      OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }],
    },
    data: { claimedUntil: new Date(now.getTime() + CLAIM_MS) },
  })
  const message = await db().message.findUnique({ where: { id: messageId } })
  if (count > 0) return message
  if (message?.state === 'QUEUED' && message.claimedUntil) await lookAgain(messageId, message.claimedUntil)
  return null
}

async function lookAgain(messageId: string, notBefore: Date): Promise<void> {
  await enqueue(db(), 'deliver-message', { messageId }, { key: `claimed-message:${messageId}`, notBefore })
}
