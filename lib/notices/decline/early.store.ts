/** Who wants early reminders: a user says so of themselves, somebody without an account of their address. */
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

/** Whose choice it is. */
export interface Recipient {
  /** Null for an address that is no user's. */
  readonly userId: string | null
  readonly address: string
}

/** The recipient of a message; null when there is no such message. */
export function recipientOf(tx: Tx, messageId: string): Promise<Recipient | null> {
  return tx.message.findUnique({ where: { id: messageId }, select: { userId: true, address: true } })
}

/** Whether somebody gets early reminders. */
export async function wantsEarly(tx: Tx, { userId, address }: Recipient): Promise<boolean> {
  const declined = await tx.declinedNotice.findUnique({ where: { address: address.toLowerCase() } })
  if (!userId) return declined === null
  const user = await tx.user.findUnique({ where: { id: userId }, select: { earlyNotices: true } })
  return user?.earlyNotices ?? false
}

/** Writes a choice. A user's holds for their address too, wherever it stands among a name's contacts. */
export async function writeEarly(
  uow: UnitOfWork,
  { userId, address }: Recipient,
  wanted: boolean,
): Promise<void> {
  if (userId) await uow.tx.user.update({ where: { id: userId }, data: { earlyNotices: wanted } })
  const key = { address: address.toLowerCase() }
  if (wanted) await uow.tx.declinedNotice.deleteMany({ where: key })
  else if (!userId) {
    const declined = { ...key, declinedAt: uow.now }
    await uow.tx.declinedNotice.upsert({ where: key, create: declined, update: {} })
  }
}
