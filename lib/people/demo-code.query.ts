/** What a demonstration shows so that nobody needs an authenticator or a mailbox of their own. */
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import { env, isDemo } from '@/lib/platform/env'
import { unseal } from '@/lib/platform/seal'
import { stepAt, totpCode } from './totp.rule'

const STEP_MS = 30_000

/**
 * The code that the user could type now. Null unless this installation is a demonstration by its environment
 * and by its data, and while every code that would be taken has been used already.
 */
export async function demoCode(userId: string): Promise<string | null> {
  if (!isDemo()) return null
  const [fact, totp] = await Promise.all([
    db().installationFact.findUnique({ where: { key: 'demonstration' } }),
    db().totpSecret.findUnique({ where: { userId } }),
  ])
  if (!fact || !totp) return null
  const step = usableStep(stepAt(systemClock.now()), totp.lastStep)
  return step === null ? null : totpCode(unseal('totp', totp.secret), new Date(Number(step) * STEP_MS))
}

/** The present step, or the next one when the present one's code was used; null when both were. */
export function usableStep(present: bigint, lastUsed: bigint): bigint | null {
  const step = present > lastUsed ? present : lastUsed + 1n
  return step <= present + 1n ? step : null
}

/** Where the demonstration's mail can be read; null in any other installation. */
export function demoMailboxUrl(): string | null {
  return isDemo() ? (env().MAILBOX_URL ?? null) : null
}
