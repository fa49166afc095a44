/** What users see of their own account. */
import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'

/** A browser that is signed in. */
export interface SessionRow {
  readonly id: string
  readonly userAgent: string | null
  readonly createdAt: Date
  readonly expires: Date
  readonly current: boolean
}

export interface ProfileView {
  readonly name: string
  readonly email: string
  readonly emailConfirmed: boolean
  readonly locale: string
  readonly hasSecondFactor: boolean
  readonly earlyNotices: boolean
  /** The present one first, then the newest. */
  readonly sessions: readonly SessionRow[]
}

/** The user's own data and open sessions; `sessionId` is the one that asks. */
export async function profileView(userId: string, sessionId: string): Promise<ProfileView> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      emailVerified: true,
      locale: true,
      earlyNotices: true,
      totp: { select: { confirmedAt: true } },
      sessions: {
        where: { expires: { gt: systemClock.now() } },
        orderBy: { createdAt: 'desc' },
        select: { id: true, userAgent: true, createdAt: true, expires: true },
      },
    },
  })
  const sessions = user.sessions.map((row) => ({ ...row, current: row.id === sessionId }))
  return {
    name: user.name,
    email: user.email,
    emailConfirmed: user.emailVerified !== null,
    locale: user.locale,
    earlyNotices: user.earlyNotices,
    hasSecondFactor: Boolean(user.totp?.confirmedAt),
    sessions: sessions.sort((a, b) => Number(b.current) - Number(a.current)),
  }
}
