'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { signOut } from '@/lib/people/sign-in.command'
import { runAction } from '@/lib/web/run-action'
import { clearSessionCookie, openedActor, openedSession } from '@/lib/web/session'

/** Ends this session. One that has ended already is signed out all the same. */
export async function signOutAction(): Promise<void> {
  const session = await openedSession()
  const actor = await openedActor()
  if (session) await runAction(signOut, { sessionId: session.sessionId }, { actor })
  await clearSessionCookie()
  return redirectTo('/sign-in?done=signed-out')
}
