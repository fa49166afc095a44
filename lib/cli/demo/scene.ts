/** What every step of the demonstration's story needs: who acts, and patience. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'

/** An address for documentation (RFC 5737): these people have no network. */
const ADDRESS = '192.0.2.24'

/** An account of the demonstration, acting with its second factor passed. */
export async function actorOf(email: string): Promise<UserActor> {
  const user = await db().user.findUniqueOrThrow({ where: { email }, include: { roles: true } })
  const roles = user.roles.map((grant) => grant.role)
  return { kind: 'user', userId: user.id, roles, address: ADDRESS, secondFactor: roles.length > 0 }
}

/** Asks until the answer is there; throws after `limitMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  limitMs = 60_000,
): Promise<T> {
  const end = systemClock.now().getTime() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (systemClock.now().getTime() > end) throw new Error(`${what}: waited for in vain`)
    await sleep(50)
  }
}
