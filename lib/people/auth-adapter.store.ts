import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/seal'

/** What a page may know of a session. */
export interface SessionFacts extends AdapterSession {
  sessionId: string
  secondFactor: boolean
  /** Its user has a second factor, which this session has not passed: it opens nothing yet. */
  awaitsSecondFactor: boolean
  steppedUpAt: Date | null
}
export interface UserFacts extends AdapterUser {
  locale: string
  roles: ('RESELLER' | 'AGENT' | 'OPERATOR')[]
}

/** next-auth wants these for sign-in by outside providers; there are none, and people sign in by commands. */
const BY_COMMANDS = [
  'createUser',
  'getUser',
  'getUserByEmail',
  'getUserByAccount',
  'updateUser',
  'linkAccount',
  'createSession',
] as const

function byCommandsOnly(): never {
  throw new Error('people sign in by the commands of lib/people, never through next-auth')
}

/** next-auth's view of our session table. Tokens are hashed before they meet the database. */
export function authAdapter(): Adapter {
  return {
    ...Object.fromEntries(BY_COMMANDS.map((method) => [method, byCommandsOnly])),
    async getSessionAndUser(token) {
      const row = await db().session.findUnique({
        where: { sessionToken: sha256(token) },
        include: { user: { include: { roles: true, totp: { select: { confirmedAt: true } } } } },
      })
      if (!row) return null
      const { user } = row
      const session: SessionFacts = {
        sessionToken: token,
        userId: row.userId,
        expires: row.expires,
        sessionId: row.id,
        secondFactor: row.secondFactorAt !== null,
        awaitsSecondFactor: row.secondFactorAt === null && Boolean(user.totp?.confirmedAt),
        steppedUpAt: row.steppedUpAt,
      }
      const facts: UserFacts = {
        id: user.id,
        name: user.name,
        email: user.email,
        emailVerified: user.emailVerified,
        locale: user.locale,
        roles: user.roles.map((grant) => grant.role),
      }
      return { session, user: facts }
    },
    async deleteSession(token) {
      await db().session.deleteMany({ where: { sessionToken: sha256(token) } })
    },
    async updateSession() {
      return null
    },
  }
}
