/** People under test: made for one journey, signed in by a session of their own. */
import type { BrowserContext, Page } from '@playwright/test'
import { newSecret } from '@/lib/kernel/ids'
import { newId } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import type { Role, UserActor } from '@/lib/kernel/actor'
import { hashPassword } from '@/lib/people/password'
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

export const PASSWORD = 'a sentence to remember'

/** A confirmed account with a password; its mail address. */
export async function account(): Promise<string> {
  const [id, now] = [newId(), systemClock.now()]
  const email = `${id}@example.com`
  const passwordHash = await hashPassword(PASSWORD)
  await db().user.create({
    data: { id, email, name: 'Lê Thị Thử', locale: 'en', passwordHash, emailVerified: now, createdAt: now },
  })
  return email
}

/** Fills the page of the sign-in and sends it. */
export async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
