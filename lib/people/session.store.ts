/** Sessions: rows that can be taken back at any time. The cookie holds a secret, the row its hash. */
import { newId, newSecret } from '@/lib/kernel/ids'
import { sha256 } from '@/lib/platform/seal'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

/** How long a session lasts: 14 days for registrants, 12 hours for staff. */
export const SESSION_HOURS = { registrant: 14 * 24, staff: 12 }

export interface NewSession {
  readonly token: string
  readonly sessionId: string
  readonly expires: string
}

/** Opens a session for a user; the token goes into the cookie and nowhere else. */
export async function openSession(
  uow: UnitOfWork,
  user: { id: string; staff: boolean; secondFactorAt?: Date; userAgent?: string | null },
): Promise<NewSession> {
  const token = newSecret()
  const hours = user.staff ? SESSION_HOURS.staff : SESSION_HOURS.registrant
  const expires = new Date(uow.systemNow.getTime() + hours * 3_600_000)
  const sessionId = newId()
  await uow.tx.session.create({
    data: {
      id: sessionId,
      sessionToken: sha256(token),
      userId: user.id,
      expires,
      createdAt: uow.systemNow,
      userAgent: user.userAgent ?? null,
      secondFactorAt: user.secondFactorAt ?? null,
      // The second factor passed just now is a proof of who acts, too.
      steppedUpAt: user.secondFactorAt ?? null,
    },
  })
  return { token, sessionId, expires: expires.toISOString() }
}
