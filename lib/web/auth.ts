import 'server-only'
import NextAuth from 'next-auth'
import { authAdapter, type SessionFacts, type UserFacts } from '@/lib/people/auth-adapter.store'
import { SESSION_HOURS } from '@/lib/people/session.store'
import { env } from '@/lib/platform/env'

const MAX_AGE = SESSION_HOURS.registrant * 3600

/** What the portal takes from a session: a white list, so that the token never leaves the server. */
export interface PortalSession {
  readonly sessionId: string
  readonly secondFactor: boolean
  readonly awaitsSecondFactor: boolean
  /** ISO instant of the last proof of who acts; null without one. */
  readonly steppedUpAt: string | null
  readonly expires: string
  readonly user: Pick<UserFacts, 'id' | 'name' | 'email' | 'emailVerified' | 'locale' | 'roles'>
}

/** next-auth over our own session table; a function, so that nothing opens when a file is imported. */
export const { auth } = NextAuth(() => ({
  adapter: authAdapter(),
  providers: [],
  secret: env().AUTH_SECRET,
  trustHost: true,
  // `updateAge` as long as the session: reading a page never prolongs a session of staff.
  session: { strategy: 'database', maxAge: MAX_AGE, updateAge: MAX_AGE },
  callbacks: {
    session({ session, user }) {
      const facts = user as unknown as UserFacts
      const own = session as unknown as SessionFacts
      const { id, name, email, emailVerified, locale, roles } = facts
      const portal: PortalSession = {
        sessionId: own.sessionId,
        secondFactor: own.secondFactor,
        awaitsSecondFactor: own.awaitsSecondFactor,
        steppedUpAt: own.steppedUpAt?.toISOString() ?? null,
        expires: new Date(own.expires).toISOString(),
        user: { id, name, email, emailVerified, locale, roles },
      }
      return portal as never
    },
  },
}))
