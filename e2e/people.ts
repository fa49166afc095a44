/** People under test: made for one journey, signed in by a session of their own. */
import type { BrowserContext } from '@playwright/test'
import { newSecret } from '@/lib/kernel/ids'
import { newId } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import type { Role, UserActor } from '@/lib/kernel/actor'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/seal'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { Portal } from './portal'

/** Makes a user (staff with the second factor passed) and signs the browser in as them. */
export async function signedIn(portal: Portal, context: BrowserContext, role?: Role): Promise<UserActor> {
  const actor = await person(role)
  await signIn(portal, context, actor)
  return actor
}

/** Gives the browser a session of an existing user. */
export async function signIn(portal: Portal, context: BrowserContext, actor: UserActor): Promise<void> {
  const token = newSecret()
  const now = systemClock.now()
  await db().session.create({
    data: {
      id: newId(),
      sessionToken: sha256(token),
      userId: actor.userId,
      createdAt: now,
      expires: new Date(now.getTime() + 3_600_000),
      secondFactorAt: actor.secondFactor ? now : null,
    },
  })
  const cookie = { name: 'authjs.session-token', value: token, url: portal.urls.portal, httpOnly: true }
  await context.addCookies([{ ...cookie, sameSite: 'Lax' }])
}
