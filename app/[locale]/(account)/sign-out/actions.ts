'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { signOut } from '@/lib/people/sign-in.command'
import { runAction } from '@/lib/web/run-action'
import { clearSessionCookie, currentSession } from '@/lib/web/session'

/** Ends this session. One that has ended already is signed out all the same. */
export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  if (session) await runAction(signOut, { sessionId: session.sessionId })
  await clearSessionCookie()
  return redirectTo('/sign-in?done=signed-out')
}
