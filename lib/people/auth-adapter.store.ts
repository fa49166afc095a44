import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/seal'

/** What a page may know of a session. */
export interface SessionFacts extends AdapterSession {
  sessionId: string
  secondFactor: boolean
}
export interface UserFacts extends AdapterUser {
  locale: string
  roles: ('RESELLER' | 'AGENT' | 'OPERATOR')[]
}

/**
 * next-auth's view of our session table. Tokens are hashed before they meet the database. Sessions are opened
 * by the sign-in commands, so there is nothing here that makes users or sessions.
 */
export function authAdapter(): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await db().session.findUnique({
        where: { sessionToken: sha256(token) },
        include: { user: { include: { roles: true } } },
      })
      if (!row) return null
      const { user } = row
      const session: SessionFacts = {
        sessionToken: token,
        userId: row.userId,
        expires: row.expires,
        sessionId: row.id,
        secondFactor: row.secondFactorAt !== null,
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
